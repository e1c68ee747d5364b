package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TenantTables;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The end of a tenant in the index. */
@QuarkusTest
class RemovalTest extends ServiceTest {
    private final UUID another = Ids.next();

    @Test
    void leavesNoRowInAnyTableAndThoseOfOthersAlone() {
        fill(tenant, document);
        fill(another, Ids.next());
        List<Long> others = tables().rows(another);

        remove(tenant).statusCode(204);

        assertThat(tables().rows(tenant)).isNotEmpty().containsOnly(0L);
        assertThat(tables().rows(another)).isEqualTo(others).contains(1L);
    }

    @Test
    void keepsOutWhatComesTooLate() {
        fill(tenant, document);
        remove(tenant).statusCode(204);

        isProblem(stage(writer(), document, 3, batch("Late", "Too late.")), 404, "not-found");
        isProblem(remove(writer(), document, 3), 404, "not-found");
        isProblem(publish(writer(), document, 2, publication(Map.of("title", "Late"), 1)), 404, "not-found");

        assertThat(tables().rows(tenant)).containsOnly(0L);
    }

    @Test
    void mayBeAskedForAgainAndOfATenantThatHadNothing() {
        remove(tenant).statusCode(204);
        remove(tenant).statusCode(204);
    }

    @Test
    void isTheOperatorsOnly() {
        isProblem(remove(tenant, writer()), 403, "forbidden");
    }

    @Test
    void coversEveryTable() {
        assertThat(tables().openToTheRemoved()).isEmpty();
    }

    private void fill(UUID filled, UUID id) {
        String writer = TestTokens.bearer(filled, Scope.DOCUMENTS_WRITE);
        index(writer, id, 1, Map.of("title", "Returns"), "Laptops can be returned within 30 days.");
        stage(writer, id, 2, batch("Returns", "Laptops can be returned within 60 days."))
                .statusCode(204);
    }

    private static ValidatableResponse remove(UUID removed) {
        return remove(removed, TestTokens.bearer(Ids.next(), Scope.OPERATOR));
    }

    private static ValidatableResponse remove(UUID removed, String token) {
        return given().header("Authorization", token)
                .delete("/internal/v1/tenants/" + removed)
                .then();
    }

    private static TenantTables tables() {
        return TenantTables.ofThisTest("retrieval");
    }
}
