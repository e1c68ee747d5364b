package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletionTest extends ServiceTest {
    @Test
    void forgetsADeletedDocumentBeforeItAnswers() {
        String id = submitted("going", "Soon forgotten.");
        awaitState(id, "indexed");

        caller().delete(DOCUMENTS + "/" + id).then().statusCode(204);

        retrieval.verify(
                1, deleteRequestedFor(urlPathEqualTo(DOCUMENTS + "/" + id)).withQueryParam("version", equalTo("2")));
        get(id).statusCode(404);
        assertThat(listed()).isEmpty();
        caller().delete(DOCUMENTS + "/" + id).then().statusCode(204);
    }

    @Test
    void goesOnWithItsVersionsWhereADeletedDocumentComesBack() {
        String id = submitted("returning", "Here again.");
        awaitState(id, "indexed");
        caller().delete(DOCUMENTS + "/" + id).then().statusCode(204);

        submit(Map.of("external_id", "returning", "text", "Here again."))
                .statusCode(202)
                .body("id", is(id), "version", is(3));

        awaitVersion(id, 3, "indexed");
    }

    @Test
    void deletesLaterWhereTheIndexDoesNotAnswer() {
        String id = submitted("stubborn", "Hard to forget.");
        awaitState(id, "indexed");
        var down = retrieval.stubFor(delete(urlPathEqualTo(DOCUMENTS + "/" + id))
                .willReturn(aResponse().withStatus(503)));

        caller().delete(DOCUMENTS + "/" + id).then().statusCode(202).body("id", is(id));
        get(id).statusCode(200);
        retrieval.removeStub(down);

        Awaitility.await().untilAsserted(() -> get(id).statusCode(404));
    }
}
