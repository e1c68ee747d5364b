package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingCountTest {
    private static final long WINDOW = 60_000;
    private static final long SLOT = WINDOW / SlidingCount.SLOTS;

    @Test
    void holdsAllThatIsWithinTheWindowAndNothingThatLeftLongAgo() {
        var count = new SlidingCount(Duration.ofMillis(WINDOW));
        var times = new ArrayDeque<Long>();
        var random = new Random(7);
        long now = 1_000_000;

        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(10) == 0 ? random.nextInt(3 * (int) SLOT) : random.nextInt(50);
            if (random.nextInt(2_000) == 0) {
                now += 2 * WINDOW;
            }
            count.add(now);
            times.add(now);
            long within = within(times, now, WINDOW);
            long longer = within(times, now, WINDOW + SLOT);

            assertThat((long) count.total(now)).isBetween(within, longer);
        }
    }

    private static long within(ArrayDeque<Long> times, long now, long window) {
        while (times.peekFirst() < now - WINDOW - SLOT) {
            times.removeFirst();
        }
        return times.stream().filter(time -> time > now - window).count();
    }
}
