package io.frontdesk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife;
import io.frontdesk.ingestion.documents.DocumentLife.UnderWay;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StillProfile.class)
class WorkQueueTest extends ServiceTest {
    @Inject
    ClaimStore claims;

    @Inject
    WorkStore queue;

    @Inject
    Worker worker;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @BeforeEach
    void begin() throws SQLException {
        execute("TRUNCATE work, turn, outbox");
    }

    @Test
    void tellsWhatWaitsAndWhatIsWorkedOn() {
        submitted("counted", "One.");
        assertThat(get(claims.loads())).singleElement().satisfies(load -> {
            assertThat(load.waiting()).isOne();
            assertThat(load.inWork()).isZero();
            assertThat(load.oldest()).isPositive();
        });

        Awaitility.await().untilAsserted(() -> {
            // Once more where its lease ended before it was counted.
            claim();
            assertThat(get(claims.loads())).singleElement().satisfies(load -> {
                assertThat(load.waiting()).isZero();
                assertThat(load.inWork()).isOne();
                assertThat(load.oldest()).isZero();
            });
        });
    }

    @Test
    void continuesWhereAWorkerWasLostAndLetsTheLostOneWriteNothing() {
        String id = submitted("handed over", "First one, then another.");
        Lease lost = claimed();
        queue.step(lost, document -> document.step(parsing(document), document.updatedAt()))
                .await()
                .indefinitely();
        get(id).body("state", equalTo("parsing"));

        Lease taken = Awaitility.await().until(this::claim, Optional::isPresent).orElseThrow();

        assertThat(taken.attempts()).isEqualTo(2);
        assertThat(get(queue.renew(lost))).isFalse();
        assertThatThrownBy(() -> get(queue.step(lost, document -> document.forget(document.updatedAt()))))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> get(queue.finish(lost, document -> document))).isInstanceOf(LeaseLost.class);
        get(id).body("state", equalTo("parsing"));
        get(worker.perform(taken));
        get(id).body("state", equalTo("indexed"));
        assertThat(claim()).isEmpty();
    }

    @Test
    void keepsALeaseThatIsRenewed() {
        submitted("held", "Mine.");
        Lease lease = claimed();

        Awaitility.await()
                .during(Duration.ofMillis(2_500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    assertThat(get(queue.renew(lease))).isTrue();
                    return claim().isEmpty();
                });
    }

    @Test
    void dropsTheWorkOnAVersionThatWasReplaced() {
        String id = submitted("replaced", "Old.");
        Lease outdated = claimed();
        submitted("replaced", "New.");

        get(worker.perform(outdated));

        get(id).body("state", equalTo("received")).body("version", equalTo(2));
        Lease current = claimed();
        assertThat(current.version()).isEqualTo(2);
        assertThat(current.attempts()).isEqualTo(1);
        get(worker.perform(current));
        get(id).body("state", equalTo("indexed"));
    }

    @Test
    void givesTenantsTheirTurnsInsideALane() {
        UUID other = Ids.next();
        IntStream.range(0, 3).forEach(n -> submit(tenant, "mine " + n, "normal"));
        submit(other, "theirs", "normal");

        var order = IntStream.range(0, 3).mapToObj(n -> claimed().tenantId()).toList();

        assertThat(order).containsExactly(tenant, other, tenant);
    }

    @Test
    void takesUrgentLanesFirst() {
        submit(tenant, "slow", "low");
        submit(Ids.next(), "usual", "normal");
        UUID urgent = Ids.next();
        submit(urgent, "urgent", "high");

        assertThat(claimed().tenantId()).isEqualTo(urgent);
        assertThat(claimed().tenantId()).isNotEqualTo(tenant);
        assertThat(claimed().tenantId()).isEqualTo(tenant);
    }

    @Test
    void worksOnNoMoreDocumentsOfOneTenantThanAllowed() {
        IntStream.range(0, 4).forEach(n -> submit(tenant, "mine " + n, "normal"));

        assertThat(claim()).isPresent();
        Lease second = claimed();
        assertThat(claim()).isEmpty();

        get(queue.postpone(second, Duration.ZERO));
        assertThat(claim()).isPresent();
    }

    @Test
    void handsEachTaskToOneOfManyWhoAskAtOnce() {
        IntStream.range(0, 20).forEach(n -> submit(Ids.next(), "one of many", "normal"));

        var taken = get(Uni.join()
                .all(IntStream.range(0, 20).mapToObj(n -> claims.next()).toList())
                .andFailFast());

        assertThat(taken.stream().flatMap(Optional::stream).map(Lease::documentId))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(5);
    }

    @Test
    void countsAttemptsButNotPostponements() {
        submitted("counted", "One, two.");
        get(queue.retryAfter(claimed(), Duration.ZERO));
        get(queue.postpone(claimed(), Duration.ZERO));

        Lease third = claimed();

        assertThat(third.attempts()).isEqualTo(2);
        assertThat(third.postponements()).isEqualTo(1);
    }

    @Test
    void failsADocumentThatEachWorkerDiesOf() throws SQLException {
        String id = submitted("deadly", "Beware.");
        execute("UPDATE work SET attempts = 5");

        get(worker.perform(claimed()));

        get(id).body("state", equalTo("failed"))
                .body("reason", equalTo("worker_lost: each worker that began with it was lost"));
        assertThat(claim()).isEmpty();
    }

    private Optional<Lease> claim() {
        return get(claims.next());
    }

    private Lease claimed() {
        return claim().orElseThrow();
    }

    private void submit(UUID owner, String externalId, String priority) {
        as(owner)
                .contentType(ContentType.JSON)
                .body(Map.of("external_id", externalId, "text", "Text of " + externalId, "priority", priority))
                .post(DOCUMENTS)
                .then()
                .statusCode(202);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DocumentLife parsing(Document document) {
        return ((UnderWay) document.life()).parse();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
