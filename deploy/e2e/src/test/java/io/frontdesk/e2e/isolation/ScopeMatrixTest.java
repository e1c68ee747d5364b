package io.frontdesk.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.SuiteExtension;
import io.frontdesk.e2e.isolation.Carrier.Credential;
import io.frontdesk.e2e.isolation.Carrier.Kind;
import io.frontdesk.e2e.isolation.LeakyServer.Fault;
import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Wire;
import io.frontdesk.local.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class ScopeMatrixTest {
    @Test
    @ExtendWith(SuiteExtension.class)
    void admitsExactlyWhomTheDocumentsName(Suite suite) {
        var api = new SuiteApi(suite);
        var mark = Marks.next("scopes");
        var callers = new SuiteParties(suite).callers(mark);

        var tally = new ScopeMatrix(api.operations(), api.wire(), new Filler(mark, Map.of()), callers).run();

        System.out.println("scope matrix: " + tally);
        assertThat(tally.findings()).isEmpty();
    }

    @Test
    void findsAServerThatAsksForNoScope() {
        try (var server = new LeakyServer(Fault.NONE)) {
            var callers = List.of(
                    caller("a key for notes", Set.of("notes")),
                    caller("a key for something else", Set.of("else")),
                    Carrier.none(Set.of("notes")));

            var tally = new ScopeMatrix(
                            server.operations(),
                            Wire.to(service -> server.url()),
                            new Filler("text", Map.of()),
                            callers)
                    .run();

            assertThat(tally.cells()).isEqualTo(9);
            assertThat(tally.findings())
                    .hasSize(6)
                    .noneMatch(finding -> finding.contains("a key for notes"))
                    .anyMatch(finding -> finding.contains("POST /v1/notes (notes), for [notes]: 201 to a key for"))
                    .anyMatch(finding -> finding.contains("GET /v1/notes (notes), for [notes]: 200 to no credential"));
        }
    }

    private static Carrier caller(String name, Set<String> scopes) {
        return new Carrier(
                Kind.KEY, name, Set.of("notes"), scopes, new Credential(() -> Map.of("Authorization", name)));
    }
}
