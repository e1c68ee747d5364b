package io.frontdesk.testing;

import java.time.Duration;
import java.util.List;

/**
 * What a limit over a sliding window held, as those saw it who asked: a request is decided over between when it is sent and answered.
 *
 * @param window of the limit
 * @param reach for how long one that was admitted may stand in another's way: the window, and the slot that is within by a part
 */
public record ObservedLimit(Duration window, Duration reach) {
    /** A request, and between when it was decided over, by {@link System#nanoTime}. */
    public record Offered(int gateway, boolean admitted, long sent, long answered) {}

    /** The most that were certainly decided over within one window, which begins where one of them was sent. */
    public long busiest(List<Offered> offered) {
        List<Offered> admitted = offered.stream().filter(Offered::admitted).toList();
        return admitted.stream()
                .mapToLong(first -> admitted.stream()
                        .filter(one -> one.sent >= first.sent && one.answered <= first.sent + window.toNanos())
                        .count())
                .max()
                .orElse(0);
    }

    /**
     * The fewest for which anybody was refused undisturbed: those that may have been admitted within the reach of it.
     *
     * @param disturbed since when Redis did not know all, {@link Long#MAX_VALUE} for never
     * @param recovered since when it did again, {@link Long#MAX_VALUE} for never
     */
    public long emptiest(List<Offered> offered, long disturbed, long recovered) {
        List<Offered> admitted = offered.stream().filter(Offered::admitted).toList();
        return offered.stream()
                .filter(one -> !one.admitted && isUndisturbed(one, disturbed, recovered))
                .mapToLong(refused -> admitted.stream()
                        .filter(one -> one.answered >= refused.sent - reach.toNanos() && one.sent <= refused.answered)
                        .count())
                .min()
                .orElse(0);
    }

    /** What Redis is told anew stands in the way as if it had just been admitted. */
    private boolean isUndisturbed(Offered one, long disturbed, long recovered) {
        return one.answered < disturbed || recovered != Long.MAX_VALUE && one.sent > recovered + reach.toNanos();
    }
}
