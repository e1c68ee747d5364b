package io.frontdesk.retrieval;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.WireMockPeer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RerankTest.Model.class)
@SuppressWarnings("NullAway.Init")
class RerankTest extends ServiceTest {
    private static final String RETURNS = "You can send a laptop back within 30 days of delivery.";
    private static final String WARRANTY = "The warranty of a laptop is two years.";

    @Peer(Model.SERVICE)
    WireMockServer model;

    private void publish() {
        index(document, 1, "Help", RETURNS, WARRANTY);
    }

    @AfterEach
    void forget() {
        model.resetAll();
    }

    @Test
    void givesThePassagesInTheOrderOfTheModel() {
        publish();
        model.stubFor(WireMock.post("/v2/rerank")
                .willReturn(okJson("{\"results\": [{\"index\": 1, \"relevance_score\": 0.9},"
                        + " {\"index\": 0, \"relevance_score\": 0.2}]}")));

        var found = search(reader(), "send a laptop back").statusCode(200);

        assertThat(texts(found)).containsExactly(WARRANTY, RETURNS);
        assertThat(found.extract().jsonPath().getDouble("passages[0].score")).isEqualTo(0.9);
        model.verify(postRequestedFor(urlEqualTo("/v2/rerank"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("sim-rerank")))
                .withRequestBody(matchingJsonPath("$.query", equalTo("send a laptop back")))
                .withRequestBody(matchingJsonPath("$.top_n", equalTo("8")))
                .withRequestBody(matchingJsonPath("$.documents[0]", equalTo("Help\n" + RETURNS))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void leavesThemAsTheyWereFoundWhereItFails(ResponseDefinitionBuilder failure) {
        publish();
        model.stubFor(WireMock.post("/v2/rerank").willReturn(failure));

        assertThat(texts(search(reader(), "send a laptop back"))).containsExactly(RETURNS, WARRANTY);
    }

    static List<ResponseDefinitionBuilder> failures() {
        return List.of(
                serverError(),
                okJson("{\"results\": []}"),
                okJson("{}"),
                okJson("{\"results\": [{\"index\": 7, \"relevance_score\": 1}]}"),
                okJson("{\"results\": []}").withFixedDelay(20_000));
    }

    /** The reranker, faked. */
    public static class Model extends WireMockPeer {
        static final String SERVICE = "reranker";

        @Override
        public void init(Map<String, String> arguments) {
            super.init(Map.of("service", SERVICE));
        }

        @Override
        protected Map<String, String> settings(WireMockServer server) {
            return Map.of(
                    "frontdesk.rerank.url", server.baseUrl(),
                    "frontdesk.rerank.model", "sim-rerank",
                    "frontdesk.rerank.api-key", "secret",
                    "frontdesk.rerank.timeout", "5s",
                    "frontdesk.rerank.breaker-window", "1000");
        }
    }
}
