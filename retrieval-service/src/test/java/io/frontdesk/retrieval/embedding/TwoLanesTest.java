package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoLanesTest {
    private final ConcurrentLinkedQueue<String> begun = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void leavesAThreadForWhatIsUrgent() {
        try (var lanes = new TwoLanes("test", 3, 100)) {
            var bulk = IntStream.range(0, 10)
                    .mapToObj(i -> subscribed(lanes.bulk(() -> blocked("bulk"))))
                    .toList();

            subscribed(lanes.urgent(() -> note("urgent"))).awaitItem().assertItem("urgent");

            assertThat(begun).containsOnlyOnce("urgent");
            assertThat(begun.stream().filter("bulk"::equals).count()).isLessThanOrEqualTo(2);
            gate.countDown();
            bulk.forEach(UniAssertSubscriber::awaitItem);
        }
    }

    @Test
    void takesWhatIsUrgentFirstWhereThereIsOneThread() throws InterruptedException {
        try (var lanes = new TwoLanes("test", 1, 100)) {
            var started = new CountDownLatch(1);
            subscribed(lanes.bulk(() -> {
                started.countDown();
                return blocked("first");
            }));
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
            var bulk = subscribed(lanes.bulk(() -> note("bulk")));
            var urgent = subscribed(lanes.urgent(() -> note("urgent")));

            gate.countDown();

            urgent.awaitItem();
            bulk.awaitItem();
            assertThat(begun).containsExactly("first", "urgent", "bulk");
        }
    }

    @Test
    void refusesWhatCannotWait() {
        try (var lanes = new TwoLanes("test", 1, 2)) {
            List<UniAssertSubscriber<String>> all = IntStream.range(0, 4)
                    .mapToObj(i -> subscribed(lanes.bulk(() -> blocked("bulk"))))
                    .toList();

            all.getLast().assertFailedWith(RetrievalError.Busy.class);
            gate.countDown();
            all.subList(0, 2).forEach(UniAssertSubscriber::awaitItem);
        }
    }

    @Test
    void doesNotBeginWhatNobodyWaitsFor() throws InterruptedException {
        try (var lanes = new TwoLanes("test", 1, 100)) {
            var started = new CountDownLatch(1);
            subscribed(lanes.urgent(() -> {
                started.countDown();
                return blocked("first");
            }));
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

            subscribed(lanes.urgent(() -> note("abandoned"))).cancel();
            var last = subscribed(lanes.urgent(() -> note("last")));
            gate.countDown();

            last.awaitItem();
            assertThat(begun).containsExactly("first", "last");
        }
    }

    @Test
    void goesOnAfterAFailure() {
        try (var lanes = new TwoLanes("test", 1, 100)) {
            subscribed(lanes.bulk(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .awaitFailure()
                    .assertFailedWith(IllegalStateException.class, "broken");

            subscribed(lanes.bulk(() -> note("next"))).awaitItem().assertItem("next");
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        var lanes = new TwoLanes("test", 1, 100);

        lanes.close();

        subscribed(lanes.urgent(() -> note("late"))).assertFailedWith(RetrievalError.Busy.class);
    }

    private String note(String what) {
        begun.add(what);
        return what;
    }

    private String blocked(String what) {
        begun.add(what);
        try {
            assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return what;
    }

    private static <T> UniAssertSubscriber<T> subscribed(Uni<T> work) {
        return work.subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
