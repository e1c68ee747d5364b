package io.frontdesk.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.ingestion.documents.SourceVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReconciliationTest {
    private static final UUID TENANT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String GONE = "gone";

    /** A change of the document: without text, its deletion. */
    private record Change(@Nullable String text, Moment moment) {
        static Change numbered(int number, @Nullable String text, int second) {
            return new Change(text, new Moment((long) number, NOW.minusSeconds(100 - second), second));
        }

        static Change timed(@Nullable String text, int second, int offset) {
            return new Change(text, new Moment(null, NOW.minusSeconds(100 - second), offset));
        }

        Document applyTo(Document present) {
            return text == null
                    ? Reconciliation.delete(present, moment, NOW)
                    : Reconciliation.take(present, submission(text, moment), text, NOW);
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void endsTheSameInWhateverOrderChangesArrive(List<Change> history, String end) {
        Set<String> ends = Histories.ordersOf(history).stream()
                .map(ReconciliationTest::outcome)
                .collect(Collectors.toSet());

        assertThat(ends).containsExactly(end);
    }

    private static Stream<Arguments> histories() {
        var first = Change.numbered(1, "one", 1);
        var second = Change.numbered(2, "two", 2);
        var secondGone = Change.numbered(2, null, 3);
        var third = Change.numbered(3, "three", 4);
        var thirdAgain = Change.numbered(3, "three", 9);
        var fourthGone = Change.numbered(4, null, 5);
        return Stream.of(
                Arguments.of(List.of(first, second, third, secondGone, fourthGone, first, secondGone), GONE),
                Arguments.of(List.of(first, second, third, thirdAgain, secondGone, third, secondGone), "three"),
                Arguments.of(List.of(second, secondGone, thirdAgain, second), "three"),
                // A publisher's clock may go back; its numbers do not.
                Arguments.of(List.of(Change.numbered(7, "seven", 8), Change.numbered(8, "eight", 1)), "eight"),
                Arguments.of(
                        List.of(
                                Change.timed("one", 1, 10),
                                Change.timed("two", 2, 3),
                                Change.timed(null, 3, 4),
                                Change.timed("three", 4, 5),
                                Change.timed("two", 2, 3)),
                        "three"),
                Arguments.of(
                        List.of(Change.timed("one", 1, 1), Change.timed(null, 1, 2), Change.timed("one", 1, 1)), GONE),
                Arguments.of(
                        List.of(Change.timed(null, 1, 1), Change.timed("one", 1, 2), Change.timed(null, 1, 1)), "one"));
    }

    @Test
    void changesNothingWhenAChangeComesAgain() {
        var change = Change.numbered(1, "one", 1);
        Document taken = change.applyTo(unseen());

        assertThat(change.applyTo(taken)).isEqualTo(taken);
        assertThat(change.applyTo(failed(taken))).isEqualTo(failed(taken));
    }

    @Test
    void letsAFailedDocumentBeTriedAgainWhereItIsHandedInAgain() {
        Document failed = failed(Change.numbered(1, "one", 1).applyTo(unseen()));

        Document again = new Change("one", Moment.arrival(1L)).applyTo(failed);

        assertThat(again.version()).isEqualTo(2);
        assertThat(again.life().state()).isEqualTo(DocumentState.RECEIVED);
    }

    @Test
    void isNoNewVersionWhereTheNextChangeSaysTheSame() {
        Document taken = Change.numbered(1, "one", 1).applyTo(unseen());

        Document confirmed = Change.numbered(3, "one", 3).applyTo(taken);

        assertThat(confirmed.version()).isEqualTo(1);
        assertThat(Change.numbered(2, "two", 2).applyTo(confirmed)).isEqualTo(confirmed);
    }

    @Test
    void remembersTheDeletionOfWhatItNeverSaw() {
        Document never = Change.numbered(5, null, 1).applyTo(unseen());

        assertThat(never.life()).isEqualTo(new DocumentLife.Deleted());
        assertThat(Change.numbered(5, "late", 2).applyTo(never)).isEqualTo(never);
        assertThat(Change.numbered(6, "new", 3).applyTo(never).version()).isEqualTo(1);
    }

    @Test
    void comesAfterWhatIsThereWhereNothingIsSaidOfWhenItChangedWhateverTheClockSays() {
        var ahead = new Change("one", new Moment(null, NOW, 3));
        Document taken = ahead.applyTo(unseen());

        Document replaced = Reconciliation.take(taken, submission("two", Moment.ARRIVAL), "two", NOW.minusSeconds(5));
        Document deleted = Reconciliation.delete(replaced, Moment.ARRIVAL, NOW.minusSeconds(9));

        assertThat(replaced.version()).isEqualTo(2);
        assertThat(deleted.version()).isEqualTo(3);
        assertThat(ahead.applyTo(deleted)).isEqualTo(deleted);
    }

    @Test
    void keepsToTheNumberAfterADeletionThatBearsNone() {
        Document deleted = Reconciliation.delete(Change.numbered(4, "four", 1).applyTo(unseen()), Moment.ARRIVAL, NOW);

        assertThat(Change.numbered(4, "four again", 99).applyTo(deleted)).isEqualTo(deleted);
        assertThat(Change.numbered(5, "five", 1).applyTo(deleted).version()).isEqualTo(3);
    }

    @Test
    void doesNotLetAClockThatGoesAheadShutOutWhatComesLater() {
        var ahead = new Change("one", new Moment(null, NOW.plusSeconds(86_400), 0));

        Document taken = ahead.applyTo(unseen());

        assertThat(taken.source().time()).isEqualTo(NOW);
    }

    private static String outcome(List<Change> order) {
        Document document = unseen();
        for (Change change : order) {
            Document next = change.applyTo(document);
            assertThat(next.version()).isGreaterThanOrEqualTo(document.version());
            assertThat(next.source()).isGreaterThanOrEqualTo(document.source());
            document = next;
        }
        return document.fingerprint() == null ? GONE : document.fingerprint();
    }

    /** As a worker leaves it that failed for a reason which may pass. */
    private static Document failed(Document document) {
        return document.forgetFingerprint();
    }

    private static Submission submission(String text, Moment moment) {
        var intake = new DocumentIntake("handbook", null, null, null, text, null, null, null, null, null, null);
        return Submission.from(TENANT, intake).with(Lane.NORMAL, moment);
    }

    /** As the store creates it. */
    private static Document unseen() {
        return new Document(
                TENANT,
                TENANT,
                "handbook",
                0,
                null,
                new Description(null, null, null, null, Map.of(), List.of()),
                new Document.Recognised(null, null),
                Lane.NORMAL,
                new DocumentLife.Received(),
                0,
                0,
                NOW,
                NOW,
                SourceVersion.NONE);
    }
}
