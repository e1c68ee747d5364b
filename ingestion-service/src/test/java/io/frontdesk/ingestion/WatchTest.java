package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchTest extends ServiceTest {
    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource
    String address;

    @Test
    void tellsHowFarADocumentHasComeUntilItIsIndexed() {
        retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("long-" + tenant)))
                .willReturn(aResponse().withStatus(204).withFixedDelay(1_000)));
        String id = submitted("long-" + tenant, sections(140));

        try (var follower = follow(id, null)) {
            var progress = follower.await(
                            event -> event.data().path("progress").path("done").asInt() > 0)
                    .data()
                    .path("progress");
            assertThat(progress.path("unit").asText()).isEqualTo("chunks");
            assertThat(progress.path("done").asInt())
                    .isLessThan(progress.path("total").asInt());

            var events = follower.awaitEnd();

            assertThat(follower.status()).isEqualTo(200);
            assertThat(events.getLast().name()).isEqualTo("document.indexed");
            assertThat(events.getLast().data().path("progress").isObject()).isFalse();
            assertThat(events).extracting(Follower.Event::id).isSorted();
            assertThat(events).allSatisfy(event -> {
                assertThat(event.data().path("id").asText()).isEqualTo(id);
                assertThat(event.data().path("version").asInt()).isEqualTo(1);
                assertThat(event.data().path("at").asText()).endsWith("Z");
                assertThat(event.data().path("eta_seconds").asLong()).isNotNegative();
            });
            assertThat(events)
                    .filteredOn(event -> event.name().equals("document.progress"))
                    .extracting(
                            event -> event.data().path("progress").path("done").asInt())
                    .isSorted();
            get(id).body("state", is("indexed"));
        }
    }

    @Test
    void endsAtOnceForADocumentThatIsIndexed() {
        String id = submitted("done", "All is said.");
        awaitState(id, "indexed");

        try (var follower = follow(id, null)) {
            assertThat(follower.awaitEnd()).singleElement().satisfies(event -> {
                assertThat(event.name()).isEqualTo("document.indexed");
                assertThat(event.data().path("state").asText()).isEqualTo("indexed");
            });
        }
    }

    @Test
    void saysNothingAgainThatWasSeenAndThatThereIsNoMore() {
        String id = submitted("seen", "All is said.");
        awaitState(id, "indexed");
        long last;
        try (var follower = follow(id, null)) {
            last = follower.awaitEnd().getLast().id();
        }

        events(id, Long.toString(last)).statusCode(204);
        try (var behind = follow(id, last - 1)) {
            assertThat(behind.awaitEnd()).extracting(Follower.Event::id).containsExactly(last);
        }
        try (var mistaken = follow(id, last + 1_000)) {
            assertThat(mistaken.awaitEnd()).extracting(Follower.Event::id).containsExactly(last);
        }
        events(id, UUID.randomUUID().toString())
                .statusCode(400)
                .body("type", is("/problems/invalid-field"))
                .body("field", is("Last-Event-ID"));
    }

    @Test
    void tellsWhyADocumentFailed() {
        byte[] corrupt = "%PDF-1.7\nthis is where it ends".getBytes(StandardCharsets.US_ASCII);
        String id = caller().multiPart("file", "broken.pdf", corrupt, "application/pdf")
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        try (var follower = follow(id, null)) {
            var end = follower.awaitEnd().getLast();

            assertThat(end.name()).isEqualTo("document.failed");
            assertThat(end.data().path("reason").asText()).startsWith("corrupt: ");
        }
    }

    @Test
    void goesOnWithTheNextVersionAndEndsWhenTheDocumentIsDeleted() {
        retrieval.stubFor(post(urlPathMatching(".*/publication"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("held-" + tenant)))
                .willReturn(aResponse().withStatus(503)));
        String id = submitted("held-" + tenant, "First.");
        try (var follower = follow(id, null)) {
            follower.await("document.indexing");
            submitted("held-" + tenant, "Second.");
            follower.await(event -> event.data().path("version").asInt() == 2);

            caller().delete(DOCUMENTS + "/" + id);
            var end = follower.awaitEnd().getLast();

            assertThat(end.name()).isEqualTo("document.deleted");
            assertThat(end.data().path("version").asInt()).isEqualTo(3);
        }
        get(id).statusCode(404);
        try (var late = follow(id, null)) {
            assertThat(late.awaitEnd()).extracting(Follower.Event::name).containsExactly("document.deleted");
        }
    }

    @Test
    void knowsNoDocumentsOfOthers() {
        String id = submitted("mine", "Nobody else's.");
        String other = TestTokens.bearer(Ids.next(), Scope.DOCUMENTS_READ);

        try (var stranger = new Follower(url(id), other, null);
                var nowhere = follow(Ids.next().toString(), null);
                var nil = follow(new UUID(0, 0).toString(), null);
                var unreadable = follow("nothing", null);
                var unentitled = new Follower(url(id), TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE), null)) {
            assertThat(Stream.of(stranger, nowhere, nil, unreadable, unentitled).map(Follower::status))
                    .containsExactly(404, 404, 404, 404, 403);
        }
    }

    private Follower follow(String id, @Nullable Long lastEventId) {
        return new Follower(url(id), TestTokens.bearer(tenant, Scope.DOCUMENTS_READ), lastEventId);
    }

    private String url(String id) {
        return address.replaceFirst("/$", "") + DOCUMENTS + "/" + id + "/events";
    }

    private ValidatableResponse events(String id, String lastEventId) {
        return caller().header("Last-Event-ID", lastEventId)
                .get(DOCUMENTS + "/" + id + "/events")
                .then();
    }

    /** Text that is cut into many pieces. */
    private static String sections(int number) {
        String sentence = "You may return a laptop of this kind within thirty days, with its box and its bill. ";
        return IntStream.range(0, number)
                .mapToObj(n -> "# Section %d\n\n%s\n".formatted(n, sentence.repeat(12)))
                .collect(Collectors.joining("\n"));
    }
}
