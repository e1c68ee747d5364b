package io.frontdesk.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServedSecondsTest {
    private static final int ASKED = 100;

    private final ServedSeconds seconds = new ServedSeconds(6);

    @Test
    void oneGoodSecondAloneIsNoRecovery() {
        served(100, 0, 96, 40, 95, 100);

        assertThat(seconds.back(0, ASKED)).contains(4);
        assertThat(seconds.back(2, ASKED)).contains(2);
    }

    @Test
    void whatStaysBelowIsNotBack() {
        served(100, 100, 0, 90, 90, 90);

        assertThat(seconds.back(0, ASKED)).contains(0);
        assertThat(seconds.back(2, ASKED)).isEmpty();
    }

    @Test
    void whatComesTooLateIsLeftOut() {
        seconds.note(6);

        assertThat(seconds.served()).hasSize(6).containsOnly(0L);
        assertThat(seconds).hasToString("served/s from second 0: [0, 0, 0, 0, 0, 0]");
    }

    private void served(int... perSecond) {
        for (int second = 0; second < perSecond.length; second++) {
            for (int n = 0; n < perSecond[second]; n++) {
                seconds.note(second);
            }
        }
    }
}
