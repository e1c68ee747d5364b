package io.frontdesk.gateway.search;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchTest extends GatewayTest {
    private static final String SEARCH = "/internal/v1/search";
    private static final String ASKED = """
            {"query": "returns", "top_k": 3, "collection": "knowledge", "filters": {"lang": "en"}, "leg": null,
             "explain": false, "answer": null}""";
    private static final String FOUND = """
            {"knowledge_version": 4, "from_a_newer_version": 1, "passages": [{
              "chunk_id": "0195a000-0000-7000-8000-000000000001", "document_id": "0195a000-0000-7000-8000-000000000002",
              "title": "Returns", "url": "https://shop.example/returns", "text": "You have 30 days.",
              "heading_path": ["Returns", "Time"], "position": 0, "page": 2, "score": 0.5, "similarity": 0.9,
              "lexical": 0.1}]}""";

    @Test
    void findsPassagesInTheCallersName() {
        retrieval.stubFor(post(SEARCH).willReturn(jsonResponse(FOUND, 200)));
        var caller = caller(Scope.SEARCH);

        var response = caller.calls()
                .contentType("application/json")
                .body("{\"query\": \"returns\", \"top_k\": 3, \"filters\": {\"lang\": \"en\"}}")
                .post("/v1/search");

        response.then()
                .statusCode(200)
                .contentType("application/json")
                .body("passages[0].document_id", is("0195a000-0000-7000-8000-000000000002"))
                .body("passages[0].heading_path", contains("Returns", "Time"))
                .body("passages[0].page", is(2))
                .body("passages[0].score", is(0.5f))
                .body("passages[0]", not(hasKey("similarity")))
                .body("$", not(hasKey("knowledge_version")));
        retrieval.verify(postRequestedFor(urlEqualTo(SEARCH))
                .withHeader("Authorization", equalTo(caller.bearer()))
                .withRequestBody(equalToJson(ASKED)));
    }

    @Test
    void asksOnceMoreWhereRetrievalBrokeOff() {
        retrieval.stubFor(post(SEARCH)
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        retrieval.stubFor(
                post(SEARCH).inScenario("again").whenScenarioStateIs("well").willReturn(jsonResponse(FOUND, 200)));

        search().then().statusCode(200);
    }

    @Test
    void relaysWhatRetrievalRefuses() {
        answering(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", Problem.MEDIA_TYPE)
                .withBody("{\"type\": \"/problems/invalid-field\", \"field\": \"filters\", \"status\": 400}"));

        search().then().statusCode(400).contentType(Problem.MEDIA_TYPE).body("field", is("filters"));
    }

    @Test
    void hidesWhatFailsBehind() {
        answering(aResponse().withStatus(500).withBody("a stack trace"));
        failsAs(502, "upstream-failed");
        answering(aResponse().withStatus(503).withBody("a stack trace"));
        failsAs(503, "unavailable");
        answering(aResponse().withStatus(200).withBody("no stack trace, but no JSON"));
        failsAs(502, "upstream-failed");
        answering(aResponse().withStatus(200).withBody("late").withFixedDelay(4_000));
        failsAs(504, "timeout");
    }

    private void failsAs(int status, String type) {
        search().then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/" + type))
                .body("detail", containsString("retrieval-service"))
                .body("detail", not(containsString("stack")));
    }

    private void answering(ResponseDefinitionBuilder response) {
        retrieval.stubFor(post(SEARCH).willReturn(response));
    }

    private Response search() {
        return caller(Scope.SEARCH)
                .calls()
                .contentType("application/json")
                .body("{\"query\": \"returns\"}")
                .post("/v1/search");
    }
}
