package io.frontdesk.ingestion.web;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;

/**
 * What a sitemap lists (sitemaps.org 0.9).
 *
 * @param pages addresses of pages, as they stand there
 * @param sitemaps addresses of further sitemaps, where it is an index
 */
record Sitemap(List<String> pages, List<String> sitemaps) {
    /**
     * Reads a sitemap: XML without a document type, so that no entity can be declared, or text.
     *
     * @throws IOException where it is none, or holds more than so many bytes
     */
    static Sitemap read(byte[] body, String url, int maxBytes) throws IOException {
        byte[] content = Bodies.isGzip(body)
                ? Bodies.gunzip(body, maxBytes).orElseThrow(() -> new IOException("more than " + maxBytes + " bytes"))
                : body;
        try {
            // Lenient about where pages lie: each of them is judged by itself.
            AbstractSiteMap read = new SiteMapParser(false)
                    .parseSiteMap(content, URI.create(url).toURL());
            return switch (read) {
                case SiteMapIndex index ->
                    new Sitemap(
                            List.of(),
                            index.getSitemaps().stream()
                                    .map(sitemap -> text(sitemap.getUrl()))
                                    .toList());
                case SiteMap sitemap ->
                    new Sitemap(
                            sitemap.getSiteMapUrls().stream()
                                    .map(page -> text(page.getUrl()))
                                    .toList(),
                            List.of());
                default -> throw new IOException("neither a sitemap nor an index");
            };
        } catch (UnknownFormatException e) {
            throw new IOException("no sitemap", e);
        }
    }

    private static String text(URL url) {
        return url.toString();
    }
}
