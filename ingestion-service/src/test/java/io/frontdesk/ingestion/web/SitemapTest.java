package io.frontdesk.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitemapTest {
    private static final String URL = "https://shop.example/sitemap.xml";

    @Test
    void readsPagesAsTheyStand() throws IOException {
        assertThat(read("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                                + "<url><loc> https://shop.example/a?b=1&amp;c=2 </loc></url>"
                                + "<url><loc>https://other.example/d</loc></url></urlset>")
                        .pages())
                .containsExactly("https://shop.example/a?b=1&c=2", "https://other.example/d");
    }

    @Test
    void readsGzipAndText() throws IOException {
        byte[] body = gzip("https://shop.example/a\nhttps://shop.example/b\n");

        assertThat(Sitemap.read(body, "https://shop.example/sitemap.txt.gz", 1_000)
                        .pages())
                .containsExactly("https://shop.example/a", "https://shop.example/b");
    }

    @Test
    void unpacksNoMoreThanIsAllowed() {
        byte[] bomb = gzip("https://shop.example/a\n".repeat(100_000));

        assertThatIOException().isThrownBy(() -> Sitemap.read(bomb, URL, 1_000));
    }

    @Test
    void readsNoFileThroughAnEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "https://shop.example/canary");

        assertRefused("<!DOCTYPE urlset [<!ENTITY x SYSTEM '%s'>]><urlset><url><loc>&x;</loc></url></urlset>"
                .formatted(secret.toUri()));
        assertRefused("<!DOCTYPE urlset SYSTEM '%s'><urlset><url><loc>https://shop.example/a</loc></url></urlset>"
                .formatted(secret.toUri()));
    }

    @Test
    void expandsNoEntities() {
        var entities = new StringBuilder("<!ENTITY a0 'https://shop.example/'>");
        for (int n = 1; n < 20; n++) {
            entities.append("<!ENTITY a%d '%s'>".formatted(n, ("&a" + (n - 1) + ";").repeat(10)));
        }

        assertRefused("<!DOCTYPE urlset [" + entities + "]><urlset><url><loc>&a19;</loc></url></urlset>");
    }

    @Test
    void refusesWhatIsNoSitemap() {
        assertRefused("<html><body>Not found</body>");
        assertRefused("<urlset><url><loc>https://shop.example/a");
    }

    private static void assertRefused(String xml) {
        assertThatIOException().isThrownBy(() -> read(xml));
    }

    private static Sitemap read(String xml) throws IOException {
        return Sitemap.read(("<?xml version='1.0'?>" + xml).getBytes(StandardCharsets.UTF_8), URL, 100_000);
    }

    static byte[] gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
