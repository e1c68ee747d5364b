package io.frontdesk.kit.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.Headers;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.impl.DefaultServiceInstance;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EjectingLoadBalancerTest {
    private static final List<ServiceInstance> THREE = IntStream.rangeClosed(1, 3)
            .<ServiceInstance>mapToObj(n -> new DefaultServiceInstance(n, "host-" + n, 80, false))
            .toList();
    private static final Set<Long> ALL = Set.of(1L, 2L, 3L);

    private final AtomicLong now = new AtomicLong();

    @ParameterizedTest
    @EnumSource
    void asksAllThatAnswer(Choice choice) {
        assertThat(asked(balancer(choice), 200)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutAtOnceWhatCannotBeReached(Choice choice) {
        var balancer = balancer(choice);

        fail(balancer, 2, new ConnectException());

        assertThat(asked(balancer, 200)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void leavesOutWhatFailsFiveTimesInARow() {
        var balancer = balancer(Choice.ROUND_ROBIN);

        for (int n = 0; n < 4; n++) {
            fail(balancer, 2, new IllegalStateException("500"));
        }
        assertThat(asked(balancer, 3)).as("it answered again").isEqualTo(ALL);
        for (int n = 0; n < 5; n++) {
            fail(balancer, 2, new IllegalStateException("500"));
        }

        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void leavesOutWhatFailsEveryOtherTimeWhileItsPeersDoNot() {
        var balancer = balancer(Choice.ROUND_ROBIN);

        alternate(balancer, 2, 11);
        assertThat(asked(balancer, 3)).as("so many may be chance").isEqualTo(ALL);
        alternate(balancer, 2, 1);

        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void leavesItOutAgainAndForLongerWhereItGoesOnLikeThatAfterItsProbe() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        alternate(balancer, 2, 12);
        pass(Duration.ofMillis(1_001));
        asked(balancer, 3);

        fail(balancer, 2, new IllegalStateException("500"));

        pass(Duration.ofMillis(1_001));
        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);
        pass(Duration.ofMillis(1_000));
        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void forgivesWhatHasAnsweredForLongEnough() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        alternate(balancer, 2, 12);
        pass(Duration.ofMillis(1_001));
        asked(balancer, 3 * 32);

        alternate(balancer, 2, 11);

        assertThat(asked(balancer, 9)).isEqualTo(ALL);
        fail(balancer, 2, new ConnectException());
        pass(Duration.ofMillis(1_001));
        assertThat(asked(balancer, 9)).as("out for a second, as at first").isEqualTo(ALL);
    }

    @Test
    void doesNotHoldAgainstWhatWasStartedAnewWhatItDidBefore() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        alternate(balancer, 2, 11);
        fail(balancer, 2, new ConnectException());
        pass(Duration.ofMillis(1_001));

        alternate(balancer, 2, 1);

        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void keepsAllWhereAllFailAlike() {
        var balancer = balancer(Choice.ROUND_ROBIN);

        for (int n = 0; n < 100; n++) {
            ALL.forEach(id -> alternate(balancer, id, 1));
        }

        assertThat(asked(balancer, 3)).isEqualTo(ALL);
    }

    @Test
    void whatIsLeftAloneMayFailMoreThanThoseThatAreGone() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        fail(balancer, 1, new ConnectException());
        fail(balancer, 3, new ConnectException());

        alternate(balancer, 2, 100);

        assertThat(asked(balancer, 9)).containsExactly(2L);
    }

    @Test
    void anAnswerToWhatWasUnderWayBringsNothingBack() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        var underWay = the(2, balancer);
        underWay.recordStart(false);
        fail(balancer, 2, new ConnectException());

        underWay.recordEnd(null);

        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void callersThatGoAwaySayNothingOfAnInstance() {
        var balancer = balancer(Choice.ROUND_ROBIN);

        for (int n = 0; n < 20; n++) {
            fail(balancer, 2, new CancellationException());
        }

        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void oneCallProbesWhatWasLeftOut() {
        var balancer = balancer(Choice.LEAST_REQUESTS);
        fail(balancer, 1, new ConnectException());
        pass(Duration.ofMillis(1_001));

        List<Long> begun =
                IntStream.range(0, 30).mapToObj(n -> begin(balancer).getId()).toList();

        assertThat(begun).filteredOn(id -> id == 1).hasSize(1);
    }

    @Test
    void whatFailsItsProbeIsLeftOutForTwiceAsLong() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        fail(balancer, 2, new ConnectException());
        pass(Duration.ofMillis(1_001));
        fail(balancer, 2, new ConnectException());

        pass(Duration.ofMillis(1_001));
        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);

        pass(Duration.ofMillis(1_000));
        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void comesBackWithASuccess() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        fail(balancer, 2, new ConnectException());
        pass(Duration.ofMillis(1_001));
        asked(balancer, 3);

        List<Long> asked =
                IntStream.range(0, 9).mapToObj(n -> begin(balancer).getId()).toList();

        assertThat(asked).filteredOn(id -> id == 2).hasSize(3);
    }

    @Test
    void asksOneAfterTheOtherWhereNoneAnswers() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        ALL.forEach(id -> fail(balancer, id, new ConnectException()));

        List<Long> asked = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            pass(Duration.ofMillis(1));
            var instance = begin(balancer);
            asked.add(instance.getId());
            instance.recordEnd(new ConnectException());
        }

        assertThat(asked).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void doesNotAskTwiceInARowWhatHasJustGoneWhereTheOtherMayBeBack() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        List<ServiceInstance> two = THREE.subList(0, 2);
        for (int n = 0; n < 5; n++) {
            fail(balancer, 1, new ConnectException());
            pass(Duration.ofSeconds(n < 4 ? 20 : 1));
        }

        fail(balancer, 2, new ConnectException());

        assertThat(balancer.selectServiceInstance(two).getId()).isEqualTo(1);
    }

    @Test
    void aBrokenConnectionAloneEjectsNothing() {
        var balancer = balancer(Choice.ROUND_ROBIN);

        fail(balancer, 2, new HttpClosedException("gone"));

        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void leavesOutWhatSaysThatItIsAboutToStopHoweverWellItEndsWhatItHasTaken() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        var instance = balancer.selectServiceInstance(THREE.subList(1, 2));
        instance.recordStart(false);

        Leaving.heed(instance, header -> header.equals(Headers.LEAVING) ? "true" : null);
        instance.recordEnd(null);

        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);
        pass(Duration.ofSeconds(10));
        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void asksWhatLeftFirstWhereAllAreAboutToStop() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        for (ServiceInstance instance : THREE) {
            Leaving.heed(the(instance.getId(), balancer), header -> "true");
            pass(Duration.ofSeconds(1));
        }

        assertThat(asked(balancer, 9)).containsExactly(1L);
    }

    @Test
    void whatIsNamedAnewAtTheSameAddressIsTheSame() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        fail(balancer, 2, new ConnectException());
        List<ServiceInstance> renamed = THREE.stream()
                .<ServiceInstance>map(
                        instance -> new DefaultServiceInstance(10 + instance.getId(), instance.getHost(), 80, false))
                .toList();

        Set<Long> asked = new HashSet<>();
        for (int n = 0; n < 9; n++) {
            asked.add(balancer.selectServiceInstance(renamed).getId());
        }

        assertThat(asked).containsExactlyInAnyOrder(11L, 13L);
    }

    @Test
    void whatComesBackAfterItWasGoneBeginsAnew() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        fail(balancer, 2, new ConnectException());

        balancer.selectServiceInstance(List.of(THREE.get(0), THREE.get(2)));

        assertThat(asked(balancer, 9)).isEqualTo(ALL);
    }

    @Test
    void whatStaysIsLeftOutAlsoWhenAnotherComesAndGoes() {
        var balancer = balancer(Choice.ROUND_ROBIN);
        fail(balancer, 2, new ConnectException());

        balancer.selectServiceInstance(
                List.of(THREE.get(1), THREE.get(2), new DefaultServiceInstance(4, "host-4", 80, false)));

        assertThat(asked(balancer, 9)).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void prefersTheLessBusyOfTwo() {
        var balancer = balancer(Choice.POWER_OF_TWO_CHOICES);
        List<ServiceInstance> two = THREE.subList(0, 2);
        balancer.selectServiceInstance(two.subList(0, 1)).recordStart(false);

        for (int n = 0; n < 50; n++) {
            assertThat(balancer.selectServiceInstance(two).getId()).isEqualTo(2);
        }
    }

    @Test
    void saysWhereThereIsNone() {
        assertThatThrownBy(() -> balancer(Choice.ROUND_ROBIN).selectServiceInstance(List.of()))
                .isInstanceOf(NoServiceInstanceFoundException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Choice.of("the-nearest"));
    }

    private EjectingLoadBalancer balancer(Choice choice) {
        return new EjectingLoadBalancer(choice, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** The instances that calls, all of which go well, are sent to. */
    private static Set<Long> asked(EjectingLoadBalancer balancer, int calls) {
        Set<Long> asked = new HashSet<>();
        for (int n = 0; n < calls; n++) {
            var instance = begin(balancer);
            instance.recordEnd(null);
            asked.add(instance.getId());
        }
        return asked;
    }

    private static ServiceInstance begin(EjectingLoadBalancer balancer) {
        var instance = balancer.selectServiceInstance(THREE);
        instance.recordStart(false);
        return instance;
    }

    /** Calls of the one with this id that end well and badly in turn. */
    private static void alternate(EjectingLoadBalancer balancer, long id, int failures) {
        for (int n = 0; n < failures; n++) {
            end(balancer, id, null);
            fail(balancer, id, new IllegalStateException("500"));
        }
    }

    private static void fail(EjectingLoadBalancer balancer, long id, Throwable failure) {
        end(balancer, id, failure);
    }

    private static void end(EjectingLoadBalancer balancer, long id, @Nullable Throwable failure) {
        var instance = the(id, balancer);
        instance.recordStart(false);
        instance.recordEnd(failure);
    }

    /** The one of the three with this id, once it is chosen. */
    private static ServiceInstance the(long id, EjectingLoadBalancer balancer) {
        return Stream.generate(() -> balancer.selectServiceInstance(THREE))
                .filter(instance -> instance.getId() == id)
                .findFirst()
                .orElseThrow();
    }
}
