package io.frontdesk.ingestion.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageTest extends WebTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void fetchesAPageAndIndexesIt() {
        serve("/returns", html("You have 30 days to return what you bought."));

        String id = submitted(Map.of("url", url("/returns")));

        awaitState(id, "indexed")
                .body("external_id", is(url("/returns")))
                .body("url", is(url("/returns")))
                .body("title", is("A page"))
                .body("content_type", is("text/html"));
        retrieval.verify(postRequestedFor(urlPathEqualTo(DOCUMENTS + "/" + id + "/versions/1/chunks"))
                .withRequestBody(containing("You have 30 days")));
        assertThat(asked("/robots.txt")).hasSize(1);
        assertThat(asked("/returns")).singleElement().satisfies(request -> assertThat(request.getHeader("User-Agent"))
                .isEqualTo("Frontdesk/1.0"));
    }

    @Test
    void readsACharsetOfTheHeader() {
        byte[] body = "<p>Gr\u00f6\u00dfe und Stra\u00dfe in W\u00f6rtern</p>".getBytes(StandardCharsets.ISO_8859_1);
        serve(
                "/latin",
                aResponse()
                        .withHeader("Content-Type", "text/html; charset=iso-8859-1")
                        .withBody(body));

        String id = submitted(Map.of("url", url("/latin")));

        awaitState(id, "indexed");
        retrieval.verify(postRequestedFor(urlPathEqualTo(DOCUMENTS + "/" + id + "/versions/1/chunks"))
                .withRequestBody(containing("Gr\u00f6\u00dfe")));
    }

    @Test
    void changesNothingWhereThePageIsAsItWas() {
        serve(
                "/same",
                html("As it was.")
                        .withHeader("ETag", "\"one\"")
                        .withHeader("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT"));
        String id = submitted(Map.of("url", url("/same"), "recrawl", "PT1H"));
        awaitState(id, "indexed");
        web.stubFor(at("/same")
                .withHeader("If-None-Match", equalTo("\"one\""))
                .withHeader("If-Modified-Since", equalTo("Wed, 21 Oct 2015 07:28:00 GMT"))
                .willReturn(status(304)));

        visitAgain("/same", 2);
        serve("/same", html("As it was."));
        visitAgain("/same", 3);

        get(id).body("version", is(1)).body("state", is("indexed"));
    }

    @Test
    void makesAVersionOfAPageThatHasChanged() {
        serve("/prices", html("It costs 5."));
        String id = submitted(Map.of("url", url("/prices"), "recrawl", "PT1H", "acl", List.of("staff")));
        awaitState(id, "indexed");

        serve("/prices", html("It costs 7."));
        makeDue("page");

        awaitVersion(id, 2, "indexed").body("acl", is(List.of("staff")));
        retrieval.verify(postRequestedFor(urlPathEqualTo(DOCUMENTS + "/" + id + "/versions/2/chunks"))
                .withRequestBody(containing("It costs 7.")));
    }

    @Test
    void looksAgainWhereAPageIsHandedInAgain() {
        serve("/again", html("First."));
        String id = submitted(Map.of("url", url("/again")));
        awaitState(id, "indexed");

        serve("/again", html("Second."));
        assertThat(submitted(Map.of("url", url("/again")))).isEqualTo(id);

        awaitVersion(id, 2, "indexed");
    }

    @Test
    void deletesAPageThatIsGone() {
        String id = indexedAndLookedAtDaily("/gone");

        serve("/gone", status(410));
        makeDue("page");

        awaitDeleted(id);
    }

    @Test
    void deletesAPageThatIsNotFoundTwice() {
        String id = indexedAndLookedAtDaily("/missing");

        serve("/missing", status(404));
        visitAgain("/missing", 2);
        get(id).statusCode(200).body("state", is("indexed"));
        makeDue("page");

        awaitDeleted(id);
    }

    @Test
    void keepsAPageThatCannotBeFetchedAtTheMoment() {
        String id = indexedAndLookedAtDaily("/flaky");

        serve("/flaky", status(403));
        visitAgain("/flaky", 2);

        get(id).statusCode(200).body("state", is("indexed")).body("version", is(1));
    }

    @Test
    void leavesADocumentAloneThatSomebodyElseHasReplaced() {
        String id = indexedAndLookedAtDaily("/mine");
        submit(Map.of("external_id", url("/mine"), "text", "In my own words.")).statusCode(202);
        awaitVersion(id, 2, "indexed");

        serve("/mine", html("In other words."));
        makeDue("page");

        Awaitility.await().atMost(SOON).until(() -> isAtRest("page"));
        get(id).body("version", is(2));
        assertThat(asked("/mine")).hasSize(1);
    }

    @Test
    void failsWithANamedReasonWhereAPageIsOfNoUse() {
        fails("/404", status(404), "not_found");
        fails("/410", status(410), "gone");
        fails("/401", status(401), "site_refused");
        fails("/image", html("").withHeader("Content-Type", "image/png"), "unsupported_type");
        fails("/large", html("x".repeat(150_000)), "too_large");
        fails(
                "/bomb",
                aResponse()
                        .withHeader("Content-Encoding", "gzip")
                        .withHeader("Content-Type", "text/html")
                        .withBody(gzip(new byte[10_000_000])),
                "too_large");
        fails("/loop", status(302).withHeader("Location", "/loop"), "too_many_redirects");
        fails("/plain", status(302).withHeader("Location", "http://" + host + "/"), "url_refused");
    }

    @Test
    void failsWhereASiteFailsEachTime() {
        fails("/broken", status(500), "site_failed");
        assertThat(asked("/broken")).hasSize(3);
    }

    @Test
    void triesAgainWhenTheSiteSaysSo() {
        web.stubFor(at("/busy")
                .inScenario(host)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("rested")
                .willReturn(status(429).withHeader("Retry-After", "2")));
        web.stubFor(at("/busy").inScenario(host).whenScenarioStateIs("rested").willReturn(html("Rested.")));

        String id = submitted(Map.of("url", url("/busy")));

        awaitState(id, "indexed");
        var requests = asked("/busy");
        assertThat(requests).hasSize(2);
        assertThat(Duration.between(
                        requests.getFirst().getLoggedDate().toInstant(),
                        requests.getLast().getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_990));
    }

    @Test
    void heedsRobotsTxt() {
        serve("/robots.txt", aResponse().withBody("""
                User-agent: *
                Disallow: /

                User-agent: Frontdesk
                Disallow: /private
                Allow: /private/but-open
                """));
        serve("/private/letters", html("Not for us."));
        serve("/private/but-open", html("For us."));

        awaitReason(submitted(Map.of("url", url("/private/letters"))), "robots_disallowed");
        awaitState(submitted(Map.of("url", url("/private/but-open"))), "indexed");

        assertThat(asked("/private/letters")).isEmpty();
        assertThat(asked("/robots.txt")).hasSize(1);
    }

    @Test
    void asksNothingOfASiteWhoseRobotsTxtCannotBeRead() {
        serve("/robots.txt", status(503));
        serve("/open", html("Open?"));

        awaitReason(submitted(Map.of("url", url("/open"))), "robots_unavailable");

        assertThat(asked("/open")).isEmpty();
    }

    @Test
    void followsRedirectsAndAsksAtOnceWhereAPageHasMovedForGood() {
        serve("/old", status(301).withHeader("Location", "/new"));
        serve("/new", html("Moved.").withHeader("ETag", "\"new\""));
        serve("/away", status(302).withHeader("Location", "/new"));
        String moved = submitted(Map.of("url", url("/old"), "recrawl", "P1D"));
        String away = submitted(Map.of("url", url("/away"), "recrawl", "P1D"));
        awaitState(moved, "indexed").body("external_id", is(url("/old")));
        awaitState(away, "indexed");

        makeDue("page");
        Awaitility.await().atMost(SOON).until(() -> asked("/new").size() == 4 && isAtRest("page"));

        assertThat(asked("/old")).hasSize(1);
        assertThat(asked("/away")).hasSize(2);
        assertThat(asked("/new").stream().filter(request -> request.containsHeader("If-None-Match")))
                .hasSize(1);
    }

    @Test
    void refusesAUrlThatMayNotBeAskedAtTheDoor() {
        submit(Map.of("url", "http://" + host + "/")).statusCode(400).body("field", is("url"));
        submit(Map.of("url", url("/"), "recrawl", "PT1M")).statusCode(400).body("field", is("recrawl"));
        submit(Map.of("text", "a", "recrawl", "P1D")).statusCode(400).body("field", is("recrawl"));
    }

    private String indexedAndLookedAtDaily(String path) {
        serve(path, html("Here."));
        String id = submitted(Map.of("url", url(path), "recrawl", "P1D"));
        awaitState(id, "indexed");
        return id;
    }

    private void visitAgain(String path, int visits) {
        makeDue("page");
        Awaitility.await().atMost(SOON).until(() -> asked(path).size() == visits && isAtRest("page"));
    }

    private void awaitDeleted(String id) {
        Awaitility.await().atMost(SOON).until(() -> get(id).extract().statusCode() == 404);
    }

    private void fails(String path, ResponseDefinitionBuilder answer, String code) {
        serve(path, answer);
        awaitReason(submitted(Map.of("url", url(path))), code);
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
