package io.frontdesk.ingestion.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.ingestion.Follower;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.ingestion.documents.DocumentLife;
import io.frontdesk.ingestion.documents.DocumentLife.Chunked;
import io.frontdesk.ingestion.documents.DocumentLife.Indexing;
import io.frontdesk.ingestion.documents.DocumentLife.Parsing;
import io.frontdesk.ingestion.documents.DocumentLife.UnderWay;
import io.frontdesk.ingestion.documents.ProgressStore;
import io.frontdesk.ingestion.work.ClaimStore;
import io.frontdesk.ingestion.work.Lease;
import io.frontdesk.ingestion.work.WorkStore;
import io.frontdesk.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to the rows here is done as another replica would do it: this one has no worker. */
@QuarkusTest
@TestProfile(WatchProfile.class)
class OtherReplicaTest extends ServiceTest {
    @Inject
    ClaimStore claims;

    @Inject
    WorkStore queue;

    @Inject
    ProgressStore progress;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource
    String address;

    @BeforeEach
    void begin() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE work, turn, outbox");
        }
        Awaitility.await().until(() -> readers() == 0);
    }

    @Test
    void followsALifeThatAnotherReplicaLeads() {
        String id = submitted("elsewhere", "Done by others.");
        try (var follower = follow(tenant, id, null)) {
            follower.await("document.received");
            Lease lease = claimed();
            step(lease, UnderWay.class, UnderWay::parse);
            follower.await("document.parsing");
            step(lease, Parsing.class, life -> life.chunk(96));
            follower.await("document.chunked");
            step(lease, Chunked.class, Chunked::index);
            follower.await("document.indexing");
            done(progress.staged(tenant, lease.documentId(), lease.token(), 32));
            var event = follower.await("document.progress");
            finish(lease, 96);

            var events = follower.awaitEnd();

            assertThat(event.data().path("progress").path("done").asInt()).isEqualTo(32);
            assertThat(event.data().path("progress").path("total").asInt()).isEqualTo(96);
            assertThat(event.data().path("eta_seconds").isNumber()).isTrue();
            assertThat(follower.states())
                    .containsExactly(
                            "document.received",
                            "document.parsing",
                            "document.chunked",
                            "document.indexing",
                            "document.indexed");
            assertThat(events).extracting(Follower.Event::id).isSorted();
        }
    }

    @Test
    void goesOnFromWhereAReaderWas() {
        String id = submitted("resumed", "Seen in parts.");
        Lease lease = claimed();
        step(lease, UnderWay.class, UnderWay::parse);
        long seen;
        try (var first = follow(tenant, id, null)) {
            seen = first.await("document.parsing").id();
        }

        try (var again = follow(tenant, id, seen)) {
            Awaitility.await().until(() -> again.comments().size() > 1);
            assertThat(again.events()).isEmpty();
            step(lease, Parsing.class, life -> life.chunk(2));
            again.await("document.chunked");
            assertThat(again.states()).containsExactly("document.chunked");
        }
    }

    @Test
    void takesNoReportFromAWorkerThatHasLostItsLease() {
        String id = submitted("fenced", "Not any more.");
        Lease lost = claimed();
        step(lost, UnderWay.class, UnderWay::parse);
        step(lost, Parsing.class, life -> life.chunk(96));
        step(lost, Chunked.class, Chunked::index);
        done(progress.staged(tenant, lost.documentId(), lost.token(), 32));
        get(id).body("progress.done", is(32), "progress.total", is(96), "progress.unit", is("chunks"));

        done(progress.staged(tenant, lost.documentId(), UUID.randomUUID(), 64));
        get(id).body("progress.done", is(32));
        submitted("fenced", "Replaced.");
        done(progress.staged(tenant, lost.documentId(), lost.token(), 64));

        get(id).body("state", is("received"), "version", is(2), "progress", nullValue());
    }

    @Test
    void estimatesHowLongADocumentWaitsOnceOneWasDoneMeanwhile() {
        submitted("first", "One.");
        String second = submitted("second", "Two.");
        String third = submitted("third", "Three.");
        get(third).body("eta_seconds", nullValue());

        try (var follower = follow(tenant, third, null)) {
            complete(claimed());

            assertThat(follower.await("document.progress")
                            .data()
                            .path("eta_seconds")
                            .asLong())
                    .isNotNegative();
        }
        int sooner = get(second).body("eta_seconds", notNullValue()).extract().path("eta_seconds");
        get(third).body("eta_seconds", greaterThanOrEqualTo(sooner));
    }

    @Test
    void takesABoundedNumberOfReadersAndForgetsThoseThatGo() {
        UUID other = Ids.next();
        String id = submitted("crowded", "Everybody looks.");
        try (var first = followed(tenant, id);
                var second = followed(tenant, id);
                var tooMany = follow(tenant, id, null)) {
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(tooMany.status()).isEqualTo(429);
            String theirs = as(other)
                    .contentType("application/json")
                    .body("{\"text\": \"Of another tenant.\"}")
                    .post(DOCUMENTS)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            try (var third = followed(other, theirs);
                    var full = follow(other, theirs, null)) {
                assertThat(third.status()).isEqualTo(200);
                assertThat(full.status()).isEqualTo(429);
            }
        }

        Awaitility.await().until(() -> readers() == 0);
        try (var next = follow(tenant, id, null)) {
            assertThat(next.status()).isEqualTo(200);
        }
    }

    private double readers() {
        return metrics.get("frontdesk.ingestion.readers").gauge().value();
    }

    private Follower follow(UUID reader, String id, @Nullable Long lastEventId) {
        return new Follower(
                address.replaceFirst("/$", "") + DOCUMENTS + "/" + id + "/events",
                TestTokens.bearer(reader, Scope.DOCUMENTS_READ),
                lastEventId);
    }

    /** One who has been told something, and so is counted: the head of a stream comes before that. */
    private Follower followed(UUID reader, String id) {
        var follower = follow(reader, id, null);
        follower.await("document.received");
        return follower;
    }

    private Lease claimed() {
        return done(claims.next()).orElseThrow();
    }

    private void complete(Lease lease) {
        step(lease, UnderWay.class, UnderWay::parse);
        step(lease, Parsing.class, life -> life.chunk(1));
        step(lease, Chunked.class, Chunked::index);
        finish(lease, 1);
    }

    private <L> void step(Lease lease, Class<L> from, Function<L, DocumentLife> step) {
        done(queue.step(lease, document -> document.step(step.apply(from.cast(document.life())), clock.instant())));
    }

    private void finish(Lease lease, int chunks) {
        done(queue.finishAndForgetOriginals(
                lease, document -> document.step(((Indexing) document.life()).publish(chunks), clock.instant())));
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
