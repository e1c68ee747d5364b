package io.frontdesk.e2e.fuzz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.SuiteExtension;
import io.frontdesk.e2e.fuzz.Fuzzer.Extent;
import io.frontdesk.e2e.isolation.Carrier;
import io.frontdesk.e2e.isolation.Marks;
import io.frontdesk.e2e.isolation.Party;
import io.frontdesk.e2e.isolation.SuiteApi;
import io.frontdesk.e2e.isolation.SuiteParties;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway's API, asked with what it does not expect. {@code make fuzz} tries all; for each change of the code, some suffice. */
@ExtendWith(SuiteExtension.class)
class FuzzTest {
    private static final int SOME = 20;
    private static final int ROUNDS = Integer.getInteger("frontdesk.fuzz.rounds", 0);
    /** The same for each change of the code: what that breaks is told by it, and not by chance. */
    private static final long SEED = Long.getLong("frontdesk.fuzz.seed", ROUNDS == 0 ? 3 : System.nanoTime());

    private final Suite suite;

    FuzzTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void answersWhateverItIsSentAsItsDocumentSays() {
        var parties = new SuiteParties(suite);
        var api = new SuiteApi(suite);
        var keys = modelKeys();
        System.out.println("fuzz: -Dfrontdesk.fuzz.seed=" + SEED);

        var tally = new Fuzzer(
                        api.document(Service.GATEWAY),
                        api.wire(),
                        () -> parties.tenant(Marks.next("fuzz")),
                        this::isLetIn,
                        parties.operator(Marks.next("operator")))
                .run(SEED, ROUNDS == 0 ? new Extent(SOME, 1) : new Extent(Integer.MAX_VALUE, ROUNDS));
        modelKeys().stream().filter(key -> !keys.contains(key)).forEach(this::removeModelKey);

        System.out.println("fuzz: " + tally);
        assertThat(tally.findings()).as("with -Dfrontdesk.fuzz.seed=" + SEED).isEmpty();
    }

    /** By its API key, which no request of another tenant's can take away. */
    private boolean isLetIn(Party tenant) {
        var key = tenant.carriers().stream()
                .filter(carrier -> carrier.kind() == Carrier.Kind.KEY)
                .findFirst()
                .orElseThrow();
        return given().baseUri(suite.gatewayUrl(1))
                        .headers(key.credential().headers())
                        .get("/v1/auth/me")
                        .statusCode()
                == 200;
    }

    private List<String> modelKeys() {
        return given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", "Bearer " + suite.operatorKey())
                .get("/v1/admin/llm-keys")
                .then()
                .statusCode(200)
                .extract()
                .path("data.id");
    }

    /** So that whoever asks next is not answered by a model that there is not. */
    private void removeModelKey(String id) {
        given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", "Bearer " + suite.operatorKey())
                .delete("/v1/admin/llm-keys/{id}", id)
                .then()
                .statusCode(204);
    }
}
