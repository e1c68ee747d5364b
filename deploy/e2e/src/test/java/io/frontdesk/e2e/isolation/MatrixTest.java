package io.frontdesk.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.isolation.Carrier.Credential;
import io.frontdesk.e2e.isolation.Carrier.Kind;
import io.frontdesk.e2e.isolation.LeakyServer.Fault;
import io.frontdesk.e2e.isolation.Matrix.Extent;
import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Harvest;
import io.frontdesk.e2e.openapi.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The matrix against a server that leaks on purpose: a proof that cannot fail would prove nothing. */
class MatrixTest {
    @Test
    void findsNothingWhereNothingLeaks() {
        var tally = run(Fault.NONE);

        assertThat(tally.findings()).isEmpty();
        assertThat(tally.operations()).isEqualTo(3);
        assertThat(tally.controls()).isEqualTo(3);
        assertThat(tally.requests()).isPositive();
    }

    @Test
    void findsATextOfTheOtherTenantInAnAnswer() {
        assertThat(run(Fault.LISTS_ALL).findings())
                .anySatisfy(finding -> assertThat(finding).contains("GET /v1/notes (notes) shows", LeakyServer.CANARY));
    }

    @Test
    void findsATextOfTheOtherTenantInAHeader() {
        assertThat(run(Fault.TELLS_IN_A_HEADER).findings())
                .anySatisfy(finding -> assertThat(finding).contains("DELETE /v1/notes/{id} (notes) shows"));
    }

    @Test
    void findsARowThatWasChangedUnderARefusal() {
        assertThat(run(Fault.DELETES_ANY).findings())
                .containsExactly("DELETE /v1/notes/{id} (notes) changed rows of the other tenant");
    }

    @Test
    void findsASuccessWithAnIdOfTheOtherTenant() {
        assertThat(run(Fault.ANSWERS_200).findings()).anySatisfy(finding -> assertThat(finding)
                .contains("DELETE /v1/notes/{id} (notes): 200 to a key", "{id} in the path"));
    }

    @Test
    void findsAHeaderThatNobodyDescribedButTheServerReads() {
        assertThat(run(Fault.READS_A_TENANT_HEADER).findings())
                .anySatisfy(finding -> assertThat(finding).contains("POST /v1/notes (notes) changed rows"))
                .anySatisfy(finding -> assertThat(finding).contains("GET /v1/notes (notes) shows"));
    }

    @Test
    void provesNothingByAnOperationThatRefusesItsOwn() {
        assertThat(run(Fault.REFUSES_ITS_OWN).findings())
                .singleElement()
                .asString()
                .contains("DELETE /v1/notes/{id} (notes) cannot be asked with success by a key", "404");
    }

    private static Matrix.Tally run(Fault fault) {
        try (var server = new LeakyServer(fault)) {
            var matrix = new Matrix(
                    server.operations(),
                    Wire.to(service -> server.url()),
                    party("asker", "text"),
                    party("other", LeakyServer.CANARY),
                    party("operator", "text"),
                    server,
                    Extent.ALL);
            matrix.furnishOther();
            return matrix.run();
        }
    }

    private static Party party(String name, String mark) {
        var key = new Carrier(
                Kind.KEY,
                "a key",
                Set.of("notes"),
                Set.of("notes"),
                new Credential(() -> Map.of("Authorization", name)));
        var ids = new Harvest();
        ids.add("tenants", name);
        return new Party(new Filler(mark, Map.of()), List.of(key), ids);
    }
}
