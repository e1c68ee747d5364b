package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.retrieval.embedding.Piece.Kind;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoLanesTest {
    private final ConcurrentLinkedQueue<String> begun = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Kind<String, String> noted = Kind.single(this::noted);
    private final Kind<String, String> blocked = Kind.single(this::blocked);

    @Test
    void doesWhatIsUrgentBesideBulkWork() {
        try (var lanes = new TwoLanes("test", 1, 100)) {
            var bulk = IntStream.range(0, 10)
                    .mapToObj(i -> subscribed(lanes.bulk(blocked, "bulk")))
                    .toList();

            subscribed(lanes.urgent(noted, "urgent")).awaitItem().assertItem("urgent");

            gate.countDown();
            bulk.forEach(UniAssertSubscriber::awaitItem);
        }
    }

    @Test
    void beginsNoBulkWorkWhileUrgentWorkWaits() {
        try (var lanes = new TwoLanes("test", 1, 100)) {
            var first = begin(lanes);
            var bulk = subscribed(lanes.bulk(noted, "bulk"));
            await().until(() -> lanes.waiting() == 0);
            bulk.awaitItem();
            var urgent = subscribed(lanes.urgent(noted, "urgent"));
            var late = subscribed(lanes.bulk(noted, "late"));

            begun.add("the gate opens");
            gate.countDown();

            Stream.of(first, urgent, late).forEach(UniAssertSubscriber::awaitItem);
            assertThat(begun)
                    .startsWith("first", "bulk", "the gate opens")
                    .containsExactlyInAnyOrder("first", "bulk", "the gate opens", "urgent", "late");
        }
    }

    @Test
    void closesAtOnceWhileBulkWorkRests() {
        var lanes = new TwoLanes("test", 1, 100);
        var busy = Kind.single((String item) -> {
            spin(Duration.ofMillis(400));
            return item;
        });
        try (lanes) {
            subscribed(lanes.urgent(busy, "urgent")).awaitItem();
            subscribed(lanes.bulk(busy, "bulk")).awaitItem();
            subscribed(lanes.bulk(noted, "after a rest"));
        }

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("test-bulk")));
        assertThat(begun).isEmpty();
    }

    @Test
    void doesWorkOfAKindThatWaitsInOneRun() {
        var even = new Kind<String, String>(3, this::together);
        var odd = new Kind<String, String>(3, this::together);
        try (var lanes = new TwoLanes("test", 1, 100)) {
            begin(lanes);
            var all = IntStream.range(0, 10)
                    .mapToObj(i -> subscribed(lanes.urgent(i % 2 == 0 ? even : odd, "" + i)))
                    .toList();
            all.get(4).cancel();

            gate.countDown();

            IntStream.range(0, 10)
                    .filter(i -> i != 4)
                    .forEach(i -> all.get(i).awaitItem().assertItem("done " + i));
            assertThat(begun).containsExactly("first", "0,2", "1,3,5", "6,8", "7,9");
        }
    }

    @Test
    void failsAllOfARun() {
        var broken = new Kind<String, String>(2, items -> {
            throw new IllegalStateException("broken");
        });
        try (var lanes = new TwoLanes("test", 1, 100)) {
            begin(lanes);
            var one = subscribed(lanes.urgent(broken, "one"));
            var other = subscribed(lanes.urgent(broken, "other"));

            gate.countDown();

            one.awaitFailure().assertFailedWith(IllegalStateException.class, "broken");
            other.awaitFailure().assertFailedWith(IllegalStateException.class, "broken");
            subscribed(lanes.urgent(noted, "next")).awaitItem().assertItem("next");
        }
    }

    @Test
    void refusesWhatCannotWait() {
        try (var lanes = new TwoLanes("test", 1, 2)) {
            List<UniAssertSubscriber<String>> all = IntStream.range(0, 4)
                    .mapToObj(i -> subscribed(lanes.bulk(blocked, "bulk")))
                    .toList();

            // Which one depends on when the first is begun with.
            assertThat(all)
                    .filteredOn(one -> one.getFailure() instanceof RetrievalError.Busy)
                    .isNotEmpty();
            gate.countDown();
            all.subList(0, 2).forEach(UniAssertSubscriber::awaitItem);
        }
    }

    @Test
    void doesNotBeginWhatNobodyWaitsFor() {
        try (var lanes = new TwoLanes("test", 1, 100)) {
            begin(lanes);

            subscribed(lanes.urgent(noted, "abandoned")).cancel();
            var last = subscribed(lanes.urgent(noted, "last"));
            gate.countDown();

            last.awaitItem();
            assertThat(begun).containsExactly("first", "last");
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        var lanes = new TwoLanes("test", 1, 100);

        lanes.close();

        subscribed(lanes.urgent(noted, "late")).assertFailedWith(RetrievalError.Busy.class);
    }

    /** Keeps the only thread for urgent work busy until the gate opens. */
    private UniAssertSubscriber<String> begin(TwoLanes lanes) {
        var first = subscribed(lanes.urgent(blocked, "first"));
        await().until(() -> begun.contains("first"));
        return first;
    }

    private String noted(String what) {
        begun.add(what);
        return what;
    }

    private List<String> together(List<String> items) {
        begun.add(String.join(",", items));
        return items.stream().map(item -> "done " + item).toList();
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

    private static void spin(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
