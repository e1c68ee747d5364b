package io.frontdesk.ingestion.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceTest extends WebTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void takesThePagesOfASitemap() {
        serve("/a", html("Page a."));
        serve("/b", html("Page b."));
        serve("/sitemap.xml", sitemap("/a", "/b"));

        String id = taken(Map.of(
                "sitemap_url", url("/sitemap.xml"),
                "recrawl", "PT12H",
                "metadata", Map.of("site", "help"),
                "acl", List.of("staff"),
                "priority", "low"));

        awaitIndexed("/a", "/b");
        awaitRead(id)
                .body("pages", is(2))
                .body("refused", is(0))
                .body("recrawl", is("PT12H"))
                .body("priority", is("low"));
        caller().get(DOCUMENTS)
                .then()
                .body("data.metadata", is(List.of(Map.of("site", "help"), Map.of("site", "help"))))
                .body("data.acl", is(List.of(List.of("staff"), List.of("staff"))));
    }

    @Test
    void readsIndexesAndTextAndGzip() {
        serve("/a", html("Page a."));
        serve("/b", html("Page b."));
        serve(
                "/index.xml",
                xml(
                        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>%s</loc></sitemap><sitemap><loc>%s</loc></sitemap></sitemapindex>"
                                .formatted(url("/one.xml.gz"), url("/two.txt"))));
        serve(
                "/one.xml.gz",
                aResponse()
                        .withHeader("Content-Type", "application/gzip")
                        .withBody(SitemapTest.gzip("<?xml version='1.0'?>" + listing("/a"))));
        serve("/two.txt", aResponse().withHeader("Content-Type", "text/plain").withBody(url("/b") + "\n"));

        awaitRead(taken(Map.of("sitemap_url", url("/index.xml")))).body("pages", is(2));

        awaitIndexed("/a", "/b");
    }

    @Test
    void addsPagesThatAreNewAndDeletesThoseThatHaveLeft() {
        serve("/a", html("Page a."));
        serve("/b", html("Page b."));
        serve("/c", html("Page c."));
        serve("/sitemap.xml", sitemap("/a", "/b"));
        taken(Map.of("sitemap_url", url("/sitemap.xml")));
        awaitIndexed("/a", "/b");

        serve("/sitemap.xml", sitemap("/b", "/c"));
        makeDue("source");

        awaitIndexed("/b", "/c");
        assertThat(asked("/b")).hasSize(1);
    }

    @Test
    void deletesNothingWhereTheSitemapCannotBeReadOrIsEmpty() {
        serve("/a", html("Page a."));
        serve("/sitemap.xml", sitemap("/a"));
        String id = taken(Map.of("sitemap_url", url("/sitemap.xml")));
        awaitIndexed("/a");

        afterReading("/sitemap.xml", status(404), id, "not_found");
        afterReading("/sitemap.xml", sitemap(), id, "empty");
        afterReading("/sitemap.xml", xml("<urlset><url><loc>" + url("/a")), id, "no_sitemap");
        afterReading("/sitemap.xml", aResponse().withBody("x".repeat(200_000)), id, "too_large");

        assertThat(listed()).containsExactly(url("/a"));
    }

    @Test
    void saysOfAllPagesWhatIsSaidOfTheSourceLast() {
        serve("/a", html("Page a."));
        serve("/sitemap.xml", sitemap("/a"));
        String id = taken(Map.of("sitemap_url", url("/sitemap.xml")));
        awaitIndexed("/a");

        assertThat(taken(Map.of("sitemap_url", url("/sitemap.xml"), "acl", List.of("staff"))))
                .isEqualTo(id);

        Awaitility.await().atMost(SOON).untilAsserted(() -> caller().get(DOCUMENTS)
                .then()
                .body("data.acl", is(List.of(List.of("staff"))))
                .body("data.state", is(List.of("indexed")))
                .body("data.version", is(List.of(2))));
    }

    @Test
    void leavesDocumentsAloneThatAreNotItsOwn() {
        serve("/a", html("Page a."));
        submit(Map.of("external_id", url("/a"), "text", "In my own words.")).statusCode(202);
        serve("/sitemap.xml", sitemap("/a"));

        String id = taken(Map.of("sitemap_url", url("/sitemap.xml")));
        awaitRead(id).body("pages", is(0));
        delete(id).statusCode(202);

        awaitUnknown(id);
        assertThat(listed()).containsExactly(url("/a"));
        assertThat(asked("/a")).isEmpty();
    }

    @Test
    void doesNotBringBackWhatItsTenantHasDeleted() {
        serve("/a", html("Page a."));
        serve("/b", html("Page b."));
        serve("/sitemap.xml", sitemap("/a", "/b"));
        taken(Map.of("sitemap_url", url("/sitemap.xml")));
        awaitIndexed("/a", "/b");
        String a = text("select id from ingestion.document where tenant_id = '%s' and external_id = '%s'"
                .formatted(tenant, url("/a")));
        caller().delete(DOCUMENTS + "/" + a).then().statusCode(204);

        makeDue("source");
        makeDue("page");

        Awaitility.await()
                .atMost(SOON)
                .until(() -> asked("/sitemap.xml").size() == 2 && isAtRest("source") && isAtRest("page"));
        assertThat(listed()).containsExactly(url("/b"));
    }

    @Test
    void deletesItsDocumentsWithASource() {
        serve("/a", html("Page a."));
        serve("/sitemap.xml", sitemap("/a"));
        String id = taken(Map.of("sitemap_url", url("/sitemap.xml")));
        awaitIndexed("/a");

        delete(id).statusCode(202).body("id", is(id));

        awaitUnknown(id);
        Awaitility.await().atMost(SOON).until(() -> listed().isEmpty());
        Awaitility.await().atMost(SOON).until(() -> "0"
                .equals(text("select count(*) from ingestion.source where tenant_id = '%s'".formatted(tenant))));
        delete(id).statusCode(404);
    }

    @Test
    void showsSourcesToTheirTenantOnly() {
        String id = taken(Map.of("sitemap_url", url("/sitemap.xml")));
        var stranger = Ids.next();

        caller().get(SOURCES).then().statusCode(200).body("data.id", is(List.of(id)));
        as(stranger).get(SOURCES).then().statusCode(200).body("data", hasSize(0));
        as(stranger).get(SOURCES + "/" + id).then().statusCode(404).body("type", is("/problems/not-found"));
        as(stranger).delete(SOURCES + "/" + id).then().statusCode(404);
        caller().get(SOURCES + "/" + id).then().statusCode(200);
    }

    @Test
    void pagesThroughSources() {
        String first = taken(Map.of("sitemap_url", url("/1.xml")));
        String second = taken(Map.of("sitemap_url", url("/2.xml")));

        String cursor = caller().queryParam("limit", 1)
                .get(SOURCES)
                .then()
                .body("data.id", is(List.of(second)))
                .extract()
                .path("next_cursor");

        caller().queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get(SOURCES)
                .then()
                .body("data.id", is(List.of(first)));
    }

    @Test
    void namesTheFieldThatIsRefused() {
        take(Map.of()).statusCode(400).body("field", is("sitemap_url"));
        take(Map.of("sitemap_url", "ftp://" + host)).statusCode(400).body("field", is("sitemap_url"));
        take(Map.of("sitemap_url", "https://user@" + host + "/"))
                .statusCode(400)
                .body("field", is("sitemap_url"));
        take(Map.of("sitemap_url", url("/"), "recrawl", "daily"))
                .statusCode(400)
                .body("field", is("recrawl"));
        take(Map.of("sitemap_url", url("/"), "metadata", Map.of("k", "v".repeat(17_000))))
                .statusCode(400)
                .body("field", startsWith("metadata"));
    }

    @Test
    void letsNobodyInWithoutTheScope() {
        given().header("Authorization", TestTokens.bearer(tenant, Scope.DOCUMENTS_READ))
                .contentType(ContentType.JSON)
                .body(Map.of("sitemap_url", url("/")))
                .post(SOURCES)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse take(Map<String, ?> source) {
        return caller().contentType(ContentType.JSON).body(source).post(SOURCES).then();
    }

    private String taken(Map<String, ?> source) {
        return take(source).statusCode(202).extract().path("id");
    }

    private ValidatableResponse delete(String id) {
        return caller().delete(SOURCES + "/" + id).then();
    }

    private void awaitUnknown(String id) {
        caller().get(SOURCES + "/" + id).then().statusCode(404);
        Awaitility.await().atMost(SOON).until(() -> isAtRest("source"));
    }

    private void afterReading(String path, ResponseDefinitionBuilder answer, String id, String code) {
        serve(path, answer);
        makeDue("source");
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> caller().get(SOURCES + "/" + id).then().body("problem", startsWith(code + ": ")));
        Awaitility.await().atMost(SOON).until(() -> isAtRest("source"));
    }

    private ValidatableResponse awaitRead(String id) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> caller().get(SOURCES + "/" + id).then().statusCode(200),
                        source -> source.extract().path("read_at") != null);
    }

    /** These and no other documents, all of them indexed. */
    private void awaitIndexed(String... paths) {
        String[] urls = Stream.of(paths).map(this::url).toArray(String[]::new);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var documents = caller().get(DOCUMENTS).then().statusCode(200).extract();
            assertThat(documents.<List<String>>path("data.external_id")).containsExactlyInAnyOrder(urls);
            assertThat(documents.<List<String>>path("data.state")).containsOnly("indexed");
        });
    }

    private ResponseDefinitionBuilder sitemap(String... paths) {
        return xml(listing(paths));
    }

    private String listing(String... paths) {
        return Stream.of(paths)
                .map(path -> "<url><loc>" + url(path) + "</loc></url>")
                .collect(Collectors.joining(
                        "", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "</urlset>"));
    }

    private static ResponseDefinitionBuilder xml(String text) {
        return aResponse()
                .withHeader("Content-Type", "application/xml")
                .withBody("<?xml version='1.0' encoding='UTF-8'?>" + text);
    }
}
