package io.frontdesk.generation.answer;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** What tests over HTTP share: the services around this one, and a caller. */
abstract class AnswersTest extends ServiceTest {
    static final String QUESTION = "How long do I have to return a laptop?";

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(Retrieval.SERVICE)
    WireMockServer retrieval;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource
    URI service;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    final String bearer = TestTokens.bearer(tenant, Scope.CHAT);

    @BeforeEach
    void forgetWhatOthersStubbed() {
        retrieval.resetAll();
    }

    AnswerClient client() {
        return new AnswerClient(service, bearer);
    }
}
