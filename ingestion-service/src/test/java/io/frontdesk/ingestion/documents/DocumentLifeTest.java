package io.frontdesk.ingestion.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.ingestion.documents.DocumentLife.Chunked;
import io.frontdesk.ingestion.documents.DocumentLife.Deleted;
import io.frontdesk.ingestion.documents.DocumentLife.Failed;
import io.frontdesk.ingestion.documents.DocumentLife.Indexed;
import io.frontdesk.ingestion.documents.DocumentLife.Indexing;
import io.frontdesk.ingestion.documents.DocumentLife.Parsing;
import io.frontdesk.ingestion.documents.DocumentLife.Received;
import io.frontdesk.ingestion.documents.DocumentLife.UnderWay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLifeTest {
    private static final Failure CORRUPT = new Failure("corrupt", "the file is broken");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SourceVersion SOURCE = SourceVersion.NONE.next(NOW);

    @Test
    void goesFromReceivedToIndexed() {
        var indexed = new Received().parse().chunk(7).index().publish(7);

        assertThat(indexed).isEqualTo(new Indexed(7));
    }

    @ParameterizedTest
    @MethodSource("livesUnderWay")
    void beginsAgainByParsingAfterAWorkerWasLost(UnderWay life) {
        assertThat(life.parse()).isEqualTo(new Parsing());
    }

    @ParameterizedTest
    @MethodSource("livesUnderWay")
    void failsInTheStateInWhichItWas(UnderWay life) {
        var failed = life.fail(CORRUPT, 3);

        assertThat(failed.stage()).isEqualToIgnoringCase(life.state().name());
        assertThat(failed.attempts()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isReplacedAndDeletedFromAnyState(DocumentLife life) {
        assertThat(life.replace()).isEqualTo(new Received());
        assertThat(life.delete()).isEqualTo(new Deleted());
    }

    @Test
    void doesNotGoOnFromAnEnd() {
        assertThat(Stream.of(new Indexed(1), new Failed(CORRUPT, "parsing", 1), new Deleted()))
                .noneMatch(UnderWay.class::isInstance);
    }

    @Test
    void keepsTheSearchedChunksOfTheOldVersionUntilTheNewOneIsIndexed() {
        var indexed = document().step(new Indexed(4), NOW);
        var replaced = indexed.replace(SOURCE, "other", Description.NONE, Lane.HIGH, 10, NOW);
        var failed = replaced.step(new Received().fail(CORRUPT, 1), NOW);

        assertThat(replaced.version()).isEqualTo(indexed.version() + 1);
        assertThat(failed.view().chunks()).isEqualTo(4);
        assertThat(failed.view().state()).isEqualTo(DocumentState.FAILED);
        assertThat(failed.view().reason()).isEqualTo("corrupt: the file is broken");
    }

    @Test
    void isCalledAsGivenElseAsParsedElseByItsFileElseByItsId() {
        var given = new Description("Given", "file.pdf", null, null, Map.of(), List.of());
        var file = new Description(null, "file.pdf", null, null, Map.of(), List.of());

        assertThat(document()
                        .replace(SOURCE, "f", given, Lane.LOW, 1, NOW)
                        .recognise("Parsed", null)
                        .title())
                .isEqualTo("Given");
        assertThat(document()
                        .replace(SOURCE, "f", file, Lane.LOW, 1, NOW)
                        .recognise("Parsed", null)
                        .title())
                .isEqualTo("Parsed");
        assertThat(document().replace(SOURCE, "f", file, Lane.LOW, 1, NOW).title())
                .isEqualTo("file.pdf");
        assertThat(document().title()).isEqualTo("handbook");
    }

    @Test
    void forgetsWhatWasSaidAboutADeletedDocument() {
        var secret = new Description("Secret", "s.pdf", null, "https://x", Map.of("a", "b"), List.of("staff"));

        var deleted = document()
                .replace(SOURCE, "f", secret, Lane.LOW, 1, NOW)
                .beginDeletion(SOURCE, NOW)
                .forget(NOW);

        assertThat(deleted.description()).isEqualTo(Description.NONE);
        assertThat(deleted.version()).isEqualTo(3);
        assertThat(deleted.chunks()).isZero();
    }

    private static Stream<UnderWay> livesUnderWay() {
        return Stream.of(new Received(), new Parsing(), new Chunked(3), new Indexing(3));
    }

    private static Stream<DocumentLife> lives() {
        return Stream.concat(
                livesUnderWay(), Stream.of(new Indexed(3), new Failed(CORRUPT, "parsing", 1), new Deleted()));
    }

    private static Document document() {
        return new Document(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "handbook",
                1,
                "fingerprint",
                Description.NONE,
                Document.Recognised.NOTHING,
                Lane.NORMAL,
                new Received(),
                0,
                5,
                NOW,
                NOW,
                SOURCE);
    }
}
