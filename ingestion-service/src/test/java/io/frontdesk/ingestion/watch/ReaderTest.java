package io.frontdesk.ingestion.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.ingestion.documents.Sighting;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID tenant = Ids.next();
    private final UUID id = Ids.next();

    @Test
    void isToldThePresentStateFirst() {
        var reader = new Reader(tenant, indexing(4, 10), false);

        assertThat(next(reader)).isInstanceOfSatisfying(Signal.Told.class, told -> {
            assertThat(told.name()).isEqualTo("document.indexing");
            assertThat(told.status().progress())
                    .satisfies(progress -> assertThat(progress.done()).isEqualTo(10));
        });
    }

    @Test
    void isSentSomethingWhereItKnowsThePresentState() {
        var reader = new Reader(tenant, indexing(4, 10), true);

        assertThat(next(reader)).isInstanceOf(Signal.Beat.class);
    }

    @Test
    void missesNoStepThatWasSeenAndOnlyTheLatestProgress() {
        var reader = new Reader(tenant, at(1, DocumentState.RECEIVED), false);
        reader.offer(at(2, DocumentState.PARSING));
        reader.offer(at(3, DocumentState.CHUNKED));
        reader.offer(indexing(4, 0));
        IntStream.range(1, 1_000).forEach(n -> reader.offer(indexing(4 + n, n)));

        assertThat(names(reader, 5))
                .containsExactly(
                        "document.received",
                        "document.parsing",
                        "document.chunked",
                        "document.indexing",
                        "document.progress");
        reader.offer(indexing(1_004, 1_000));
        assertThat(next(reader)).isInstanceOfSatisfying(Signal.Told.class, told -> assertThat(told.revision())
                .isEqualTo(1_004));
    }

    @Test
    void isNotToldOfProgressThatAStepHasOvertaken() {
        var reader = new Reader(tenant, indexing(4, 0), true);
        next(reader);
        reader.offer(indexing(5, 32));
        reader.offer(at(6, DocumentState.INDEXED));

        assertThat(next(reader)).isInstanceOfSatisfying(Signal.Told.class, told -> {
            assertThat(told.name()).isEqualTo("document.indexed");
            assertThat(told.isLast()).isTrue();
        });
    }

    @Test
    void isToldNothingTwice() {
        var reader = new Reader(tenant, indexing(4, 0), false);
        reader.offer(indexing(4, 0));
        next(reader);

        assertThat(reader.next(Duration.ofMillis(1)).await().atMost(PATIENCE)).isInstanceOf(Signal.Beat.class);
    }

    @Test
    void isNotToldOfALookThatBeganBeforeItCame() {
        var reader = new Reader(tenant, at(3, DocumentState.CHUNKED), true);
        next(reader);

        reader.offer(at(2, DocumentState.PARSING));
        reader.offer(at(4, DocumentState.INDEXING));

        assertThat(names(reader, 1)).containsExactly("document.indexing");
    }

    @Test
    void isToldWhatHappensWhileItWaits() {
        var reader = new Reader(tenant, at(1, DocumentState.RECEIVED), false);
        next(reader);
        var waiting = reader.next(PATIENCE).subscribe().withSubscriber(UniAssertSubscriber.create());

        reader.offer(at(2, DocumentState.PARSING));

        assertThat(waiting.awaitItem(PATIENCE).getItem()).isInstanceOf(Signal.Told.class);
    }

    @Test
    void isToldOfATryThatBeginsAnew() {
        var reader = new Reader(tenant, at(1, DocumentState.PARSING), true);
        next(reader);

        reader.offer(at(2, DocumentState.PARSING));

        assertThat(names(reader, 1)).containsExactly("document.parsing");
    }

    @Test
    void isToldOfEstimatesThatChangeButNotOfThoseThatAreMissing() {
        var reader = new Reader(tenant, waiting(Duration.ofSeconds(9)), false);
        next(reader);
        reader.offer(waiting(null));
        reader.offer(waiting(Duration.ofMillis(8_900)));
        reader.offer(waiting(Duration.ofSeconds(5)));

        assertThat(next(reader)).isInstanceOfSatisfying(Signal.Told.class, told -> {
            assertThat(told.name()).isEqualTo("document.progress");
            assertThat(told.status().etaSeconds()).isEqualTo(5);
        });
    }

    @Test
    void keepsABoundedNumberOfStepsForAReaderThatTakesNothing() {
        var reader = new Reader(tenant, at(0, DocumentState.RECEIVED), false);
        IntStream.rangeClosed(1, 10_000).forEach(n -> reader.offer(at(n, DocumentState.PARSING)));
        reader.offer(at(10_001, DocumentState.INDEXED));
        reader.leave();

        var taken = new ArrayList<Signal>();
        for (Signal signal = next(reader); !(signal instanceof Signal.Leave); signal = next(reader)) {
            taken.add(signal);
        }

        assertThat(taken).hasSize(16);
        assertThat(taken.getLast()).isInstanceOfSatisfying(Signal.Told.class, told -> assertThat(told.revision())
                .isEqualTo(10_001));
    }

    @Test
    void seesADocumentDeletedThatHasGoneWithItsTenant() {
        var readers = new Readers(1, 1);
        var reader = new Reader(tenant, at(3, DocumentState.PARSING), true);
        readers.add(reader);
        next(reader);

        readers.tell(tenant, Set.of(id), List.of(), NOW);

        assertThat(next(reader)).isInstanceOfSatisfying(Signal.Told.class, told -> {
            assertThat(told.name()).isEqualTo("document.deleted");
            assertThat(told.revision()).isEqualTo(4);
        });
    }

    @Test
    void isLetGoByAReplicaThatStopsHoweverLateItComes() {
        var readers = new Readers(2, 2);
        var early = new Reader(tenant, at(1, DocumentState.PARSING), false);
        readers.add(early);

        readers.close();
        var late = new Reader(tenant, at(1, DocumentState.PARSING), false);
        readers.add(late);

        assertThat(names(early, 1)).containsExactly("document.parsing");
        assertThat(next(early)).isInstanceOf(Signal.Leave.class);
        assertThat(names(late, 1)).containsExactly("document.parsing");
        assertThat(next(late)).isInstanceOf(Signal.Leave.class);
    }

    private List<String> names(Reader reader, int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> ((Signal.Told) next(reader)).name())
                .toList();
    }

    private static Signal next(Reader reader) {
        return reader.next(PATIENCE).await().atMost(PATIENCE);
    }

    private Sighting at(long revision, DocumentState state) {
        return sighting(revision, state, NOW.plusSeconds(revision), 0, 0, null);
    }

    private Sighting indexing(long revision, int staged) {
        return sighting(revision, DocumentState.INDEXING, NOW, 1_000, staged, null);
    }

    private Sighting waiting(@Nullable Duration eta) {
        return sighting(1, DocumentState.RECEIVED, NOW, 0, 0, eta);
    }

    private Sighting sighting(
            long revision, DocumentState state, Instant since, int pieces, int staged, @Nullable Duration eta) {
        return new Sighting(id, 1, revision, state, null, pieces, staged, since, NOW.plusSeconds(60), eta);
    }
}
