package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.testing.WireMockPeer;
import java.util.Map;

/** The retrieval-service where all goes well; a test that wants it otherwise says so for its document or tenant. */
public class RetrievalResource extends WireMockPeer {
    public static final String SERVICE = "retrieval-service";

    private static final int LOWEST = 10;

    @Override
    public void init(Map<String, String> arguments) {
        super.init(Map.of("service", SERVICE));
    }

    @Override
    protected void prepare(WireMockServer server) {
        server.stubFor(
                any(anyUrl()).atPriority(LOWEST + 1).willReturn(aResponse().withStatus(404)));
        server.stubFor(post(urlPathMatching("/internal/v1/documents/[^/]+/versions/\\d+/chunks"))
                .atPriority(LOWEST)
                .willReturn(aResponse().withStatus(204)));
        server.stubFor(post(urlPathMatching("/internal/v1/documents/[^/]+/versions/\\d+/publication"))
                .atPriority(LOWEST)
                .willReturn(okJson("{\"knowledge_version\": 7, \"chunks\": {{jsonPath request.body '$.chunks'}} }")
                        .withTransformers("response-template")));
        server.stubFor(delete(urlPathMatching("/internal/v1/documents/[^/]+"))
                .atPriority(LOWEST)
                .willReturn(okJson("{\"knowledge_version\": 8, \"chunks\": 0}")));
    }
}
