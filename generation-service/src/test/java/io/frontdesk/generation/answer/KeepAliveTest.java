package io.frontdesk.generation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.answer.KeepAlive.Signal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeepAliveTest {
    private static final Duration EVERY = Duration.ofMillis(20);

    @Test
    void beatsUntilTheItemsComeAndEndsWithThem() {
        UnicastProcessor<String> items = UnicastProcessor.create();
        var subscriber = KeepAlive.within(items, EVERY).subscribe().withSubscriber(AssertSubscriber.create(100));

        subscriber.awaitItems(2);
        items.onNext("item");
        items.onComplete();

        assertThat(subscriber.awaitCompletion().getItems())
                .startsWith(new Signal.Beat<>(), new Signal.Beat<>())
                .containsOnlyOnce(new Signal.Item<>("item"));
    }

    @Test
    void doesNotBeatWhereTheItemsComeAtOnce() {
        var subscriber = KeepAlive.within(Multi.createFrom().items("a", "b"), Duration.ofMinutes(1))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(100));

        assertThat(subscriber.awaitCompletion().getItems())
                .containsExactly(new Signal.Item<>("a"), new Signal.Item<>("b"));
    }

    @Test
    void stopsTheItemsWhenTheReaderGoesAway() {
        UnicastProcessor<String> items = UnicastProcessor.create();
        var subscriber = KeepAlive.within(items, EVERY).subscribe().withSubscriber(AssertSubscriber.create(100));

        subscriber.cancel();

        assertThat(items.hasSubscriber()).isFalse();
    }
}
