package io.frontdesk.ingestion.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.testing.HostileUrls;
import io.frontdesk.testing.HostileUrls.HostileUrl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Every hostile URL by every way it can come: by itself, in a sitemap, as where a page redirects to, and by a name that changes. */
@QuarkusTest
class HostileUrlsTest extends WebTest {
    private static final Logger LOG = Logger.getLogger(HostileUrlsTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Reasons of documents of which nothing was asked. */
    private static final Set<String> UNASKED = Set.of("url_refused", "unreachable");

    @Inject
    TestNames names;

    @Test
    void areRefusedToTheLastOneHandedInAsADocument() {
        Map<String, Count> counts = new TreeMap<>();
        for (HostileUrl hostile : HostileUrls.all()) {
            var answer = submit(Map.of("url", hostile.url())).extract();
            assertThat(answer.statusCode()).as(hostile.toString()).isIn(202, 400);
            count(counts, hostile).door += answer.statusCode() == 400 ? 1 : 0;
        }

        awaitNoneIndexed(counts, HostileUrls.all());

        report("handed in as a document", counts);
    }

    @Test
    void areRefusedToTheLastOneListedInASitemap() {
        List<HostileUrl> listed = HostileUrls.all();
        serve(
                "/sitemap.xml",
                aResponse()
                        .withHeader("Content-Type", "application/xml")
                        .withBody(listed.stream()
                                .map(hostile -> "<url><loc>" + escaped(hostile.url()) + "</loc></url>")
                                .collect(Collectors.joining("", "<?xml version='1.0'?><urlset>", "</urlset>"))));

        String id = caller().contentType(ContentType.JSON)
                .body(Map.of("sitemap_url", url("/sitemap.xml")))
                .post(SOURCES)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> caller().get(SOURCES + "/" + id).then().extract().path("read_at") != null);
        Map<String, Count> counts = new TreeMap<>();
        awaitNoneIndexed(counts, listed);
        report("listed in a sitemap", counts);
    }

    @Test
    void areRefusedToTheLastOneAsWhereAPageRedirectsTo() {
        Map<String, Count> counts = new TreeMap<>();
        List<HostileUrl> all = HostileUrls.all();
        for (int n = 0; n < all.size(); n++) {
            String path = "/redirect/" + n;
            // No header can hold a line's end, nor other than Latin letters.
            if (all.get(n).url().chars().allMatch(c -> c >= ' ' && c < 127)) {
                serve(path, status(302).withHeader("Location", all.get(n).url()));
                submitted(Map.of("url", url(path)));
                count(counts, all.get(n)).tried++;
            }
        }

        awaitEnd();
        assertThat(reasons()).isSubsetOf(UNASKED);
        report("as where a page redirects to", counts);
    }

    @Test
    void isRefusedWhereItsNameIsReboundAfterTheFirstTime() {
        String path = "/rebound";
        serve(path, html("Public."));
        // Asked for robots.txt, then for the page; then it has another address.
        names.tell(host, SiteResource.ADDRESS, SiteResource.ADDRESS, "127.0.0.1");
        String id = submitted(Map.of("url", url(path), "recrawl", "P1D"));
        awaitState(id, "indexed");

        serve(path, html("Private."));
        makeDue("page");
        Awaitility.await().atMost(PATIENCE).until(() -> isAtRest("page"));
        String second = submitted(Map.of("url", url(path + "/second")));

        awaitReason(second, "url_refused");
        get(id).body("version", is(1));
        assertThat(asked(path)).hasSize(1);
        assertThat(asked(path + "/second")).isEmpty();
    }

    private void awaitNoneIndexed(Map<String, Count> counts, List<HostileUrl> tried) {
        tried.forEach(hostile -> count(counts, hostile).tried++);
        awaitEnd();
        assertThat(reasons()).isSubsetOf(UNASKED);
        // Only the test's own site was asked, and of that nothing but what the test wanted.
        assertThat(web.findAll(anyRequestedFor(anyUrl())))
                .allMatch(request -> String.valueOf(request.getHost()).endsWith(".site.test"));
    }

    /** All documents have failed. */
    private void awaitEnd() {
        Awaitility.await().atMost(PATIENCE).until(() -> "0"
                .equals(text("select count(*) from ingestion.document where tenant_id = '%s' and state <> 'failed'"
                        .formatted(tenant))));
    }

    private List<String> reasons() {
        String all = text("select string_agg(distinct failure_code, ',') from ingestion.document where tenant_id = '%s'"
                .formatted(tenant));
        return all == null ? List.of() : List.of(all.split(","));
    }

    private static Count count(Map<String, Count> counts, HostileUrl hostile) {
        return counts.computeIfAbsent(hostile.kind(), kind -> new Count());
    }

    private static void report(String way, Map<String, Count> counts) {
        var table = new StringBuilder(
                "hostile URLs %s%n%-16s %6s %12s %10s%n".formatted(way, "", "tried", "at the door", "not asked"));
        var all = new Count();
        counts.forEach((kind, count) -> {
            table.append(row(kind, count));
            all.tried += count.tried;
            all.door += count.door;
        });
        LOG.info(table.append(row("all", all)));
    }

    /** What got past the door has failed, and nothing was asked for it. */
    private static String row(String kind, Count count) {
        return "%-16s %6d %12d %10d%n".formatted(kind, count.tried, count.door, count.tried - count.door);
    }

    private static String escaped(String url) {
        return url.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static final class Count {
        private int tried;
        private int door;
    }
}
