package io.frontdesk.gateway.cache;

import java.util.List;

/**
 * What became of questions.
 *
 * @param known had an answer that could be given again
 * @param answered were answered anew, perhaps that the documents do not hold it
 * @param failed have no whole answer, and may be asked again
 * @param refused were not asked, since they would have been more than the limits of answers admit
 */
public record WarmingReport(long known, long answered, long failed, long refused) {
    enum Outcome {
        KNOWN,
        ANSWERED,
        FAILED,
        REFUSED
    }

    static WarmingReport of(List<Outcome> outcomes) {
        return new WarmingReport(
                count(outcomes, Outcome.KNOWN),
                count(outcomes, Outcome.ANSWERED),
                count(outcomes, Outcome.FAILED),
                count(outcomes, Outcome.REFUSED));
    }

    private static long count(List<Outcome> outcomes, Outcome one) {
        return outcomes.stream().filter(one::equals).count();
    }
}
