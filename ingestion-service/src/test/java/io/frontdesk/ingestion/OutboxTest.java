package io.frontdesk.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.documents.DocumentEvent;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.ingestion.work.StillProfile;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.system.PgRelayStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StillProfile.class)
class OutboxTest extends ServiceTest {
    @Inject
    PgRelayStore outbox;

    @BeforeEach
    void empty() {
        while (drain(events -> Uni.createFrom().voidItem()) > 0) {
            // What other tests left.
        }
    }

    @Test
    void keepsEventsThatCouldNotBeSentAndSendsThemAgain() {
        submitted("told twice", "Listen.");
        List<Event> first = new ArrayList<>();
        List<Event> second = new ArrayList<>();

        assertThatThrownBy(() -> drain(events -> {
                    first.addAll(events);
                    return Uni.createFrom().failure(new IllegalStateException("Kafka is away"));
                }))
                .hasMessage("Kafka is away");
        drain(events -> {
            second.addAll(events);
            return Uni.createFrom().voidItem();
        });

        assertThat(second).isEqualTo(first).hasSize(1);
        assertThat(drain(events -> Uni.createFrom().voidItem())).isZero();
    }

    @Test
    void keepsTheOrderOfADocumentThoughSeveralReplicasSend() {
        submitted("ordered", "First.");
        submitted("ordered", "Second.");
        submitted("other", "Beside.");
        List<Event> byTheOther = new ArrayList<>();
        List<Event> sent = new ArrayList<>();

        drain(events -> {
            sent.addAll(events);
            return outbox.drain(10, more -> {
                        byTheOther.addAll(more);
                        return Uni.createFrom().voidItem();
                    })
                    .replaceWithVoid();
        });
        drain(events -> {
            sent.addAll(events);
            return Uni.createFrom().voidItem();
        });

        assertThat(byTheOther).isEmpty();
        assertThat(sent).hasSize(3).allMatch(event -> event.type().equals(DocumentEvent.type(DocumentState.RECEIVED)));
        assertThat(sent.stream().map(Event::data).filter(data -> data.contains("\"ordered\"")))
                .satisfiesExactly(data -> assertThat(data).contains("\"version\":1"), data -> assertThat(data)
                        .contains("\"version\":2"));
    }

    @Test
    void sendsWhatStandsBehindManyEventsOfADocumentThatAnotherReplicaIsAbout() {
        for (int version = 1; version <= 12; version++) {
            submitted("often", "Version %d.".formatted(version));
        }
        submitted("other", "Beside.");
        List<Event> byTheOther = new ArrayList<>();

        int sent = outbox.drain(1, events -> outbox.drain(1, more -> {
                            byTheOther.addAll(more);
                            return Uni.createFrom().voidItem();
                        })
                        .replaceWithVoid())
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(sent).isEqualTo(1);
        assertThat(byTheOther)
                .singleElement()
                .extracting(Event::data)
                .asString()
                .contains("\"other\"");
    }

    private int drain(Function<List<Event>, Uni<Void>> send) {
        return outbox.drain(10, send).await().atMost(Duration.ofSeconds(20));
    }
}
