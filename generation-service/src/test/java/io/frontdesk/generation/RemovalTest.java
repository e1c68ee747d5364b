package io.frontdesk.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Topics;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.records.RecordsOf;
import io.frontdesk.kit.database.RemovedTenant;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.OutboxStore;
import io.frontdesk.testing.TenantTables;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The end of a tenant among the answers. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class RemovalTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Owner owner;

    @Inject
    TenantDatabase database;

    @Inject
    OutboxStore outbox;

    @Inject
    Recorder recorder;

    @Test
    void leavesNoRowInAnyTableAndThoseOfOthersAlone() {
        UUID another = Ids.next();
        fill(tenant);
        fill(another);
        List<Long> others = tables().rows(another);

        remove(tenant).statusCode(204);

        assertThat(tables().rows(tenant)).isNotEmpty().containsOnly(0L);
        assertThat(tables().rows(another)).isEqualTo(others).contains(1L);
    }

    @Test
    void keepsOutWhatComesTooLate() {
        remove(tenant).statusCode(204);

        assertThatThrownBy(() -> tell(tenant)).matches(RemovedTenant::isCauseOf);

        assertThat(tables().rows(tenant)).isNotEmpty().containsOnly(0L);
    }

    @Test
    void mayBeAskedForAgainAndOfATenantThatHadNothing() {
        remove(tenant).statusCode(204);
        remove(tenant).statusCode(204);
    }

    @Test
    void isTheOperatorsOnly() {
        given().header("Authorization", TestTokens.bearer(tenant, Scope.ADMIN))
                .delete("/internal/v1/tenants/" + tenant)
                .then()
                .statusCode(403);
    }

    @Test
    void coversEveryTable() {
        assertThat(tables().openToTheRemoved()).isEmpty();
    }

    private void fill(UUID filled) {
        var asked = new RecordsOf(filled, "visitor:ann").refused("Do you sell cars?", Instant.now());
        recorder.keep(asked).await().atMost(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !owner.strings("select id from answer where tenant_id = ?", filled)
                                .isEmpty()
                        && owner.strings("select id from outbox where tenant_id = ?", filled)
                                .isEmpty());
    }

    private void tell(UUID of) {
        var event = Event.of(of, of.toString(), Topics.ANSWERS_EVENTS, "test", "{}", Instant.now());
        database.inTransaction(of, transaction -> outbox.add(transaction, event))
                .await()
                .atMost(PATIENCE);
    }

    private static ValidatableResponse remove(UUID removed) {
        return given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .delete("/internal/v1/tenants/" + removed)
                .then();
    }

    private static TenantTables tables() {
        return TenantTables.ofThisTest("generation");
    }
}
