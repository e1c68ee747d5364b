package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

/** What tests over HTTP share: the services around this one, and a caller. */
abstract class AnswersTest extends ServiceTest {
    static final String QUESTION = "How long do I have to return a laptop?";

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource
    URI service;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    final String bearer = TestTokens.bearer(tenant, Scope.CHAT);

    AnswerClient client() {
        return new AnswerClient(service, bearer);
    }
}
