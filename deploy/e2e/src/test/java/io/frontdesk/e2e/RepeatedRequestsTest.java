package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Suite;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent to both gateways with one key is done once for each tenant, and for no other. */
@ExtendWith(SuiteExtension.class)
class RepeatedRequestsTest {
    private final Suite suite;
    private final String key = Ids.next().toString();

    RepeatedRequestsTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void aDocumentIsTakenInOnceForEachTenant() {
        var one = Tenant.create(suite, "Repeats " + key);
        var other = Tenant.create(suite, "Repeats too " + key);

        String ofOne = publish(one, 1).then().statusCode(202).extract().path("id");
        String ofOther = publish(other, 1).then().statusCode(202).extract().path("id");

        assertThat(ofOther).isNotEqualTo(ofOne);
        assertThat(publish(one, 2).then().statusCode(202).extract().<String>path("id"))
                .isEqualTo(ofOne);
        assertThat(publish(other, 2).then().statusCode(202).extract().<String>path("id"))
                .isEqualTo(ofOther);
        one.via(2).get("/v1/documents/" + ofOther).then().statusCode(404);
    }

    private Response publish(Tenant tenant, int gateway) {
        return tenant.via(gateway)
                .header(Headers.IDEMPOTENCY_KEY, key)
                .body(Map.of("title", "Returns", "text", "Laptops can be returned for 30 days."))
                .post("/v1/documents");
    }
}
