package io.frontdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.local.process.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void readsCommandOptionsAndTheRestInAnyOrder() {
        var arguments = Arguments.parse("--replicas", "2", "up", "now");

        assertThat(arguments.command()).isEqualTo("up");
        assertThat(arguments.replicas()).isEqualTo(2);
        assertThat(arguments.rest()).isEqualTo(List.of("now"));
    }

    @Test
    void startsOneOfEachUnlessTold() {
        assertThat(Arguments.parse("up").replicas()).isEqualTo(1);
        assertThat(Arguments.parse("up", "--replicas=3").replicas()).isEqualTo(3);
    }

    @Test
    void refusesReplicasThatAreNoSmallNumber() {
        for (var wrong : List.of("0", "10", "-1", "two", "")) {
            assertThatThrownBy(
                            () -> Arguments.parse("up", "--replicas=" + wrong).replicas())
                    .isInstanceOf(Failure.class)
                    .hasMessage("REPLICAS=" + wrong + " is not possible; give a number from 1 to 9");
        }
    }

    @Test
    void startsNoReadReplicaUnlessTold() {
        assertThat(Arguments.parse("up").readReplicas()).isZero();
        assertThat(Arguments.parse("up", "--read-replicas=2").readReplicas()).isEqualTo(2);
        assertThatThrownBy(() -> Arguments.parse("up", "--read-replicas=4").readReplicas())
                .hasMessage("READ_REPLICAS=4 is not possible; give a number from 0 to 3");
    }

    @Test
    void refusesAnOptionThatItDoesNotKnowOrThatLacksItsValue() {
        assertThatThrownBy(() -> Arguments.parse("up", "--replica=2")).hasMessageContaining("no option --replica");
        assertThatThrownBy(() -> Arguments.parse("up", "--replicas")).hasMessageContaining("lacks its value");
    }
}
