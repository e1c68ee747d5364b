package io.frontdesk.contracts.sources;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.Recrawl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap whose pages become documents: the JSON body of {@code POST /v1/sources}. The same sitemap again replaces what was
 * said of it, and is read at once.
 *
 * @param sitemapUrl of a sitemap or an index of sitemaps (sitemaps.org), as XML or text, also with gzip
 * @param recrawl after what time, of ISO 8601 as {@code PT12H}, it and its pages are looked at again; a day where absent
 * @param metadata of each page
 * @param acl labels that a caller must all have to see a page
 * @param priority of each page: {@code high}, {@code normal} or {@code low}
 */
public record SourceIntake(
        String sitemapUrl,
        @Nullable String recrawl,
        @Nullable Map<String, String> metadata,
        @Nullable List<String> acl,
        @Nullable String priority) {
    private static final Set<String> PRIORITIES = Set.of("high", "normal", "low");

    public SourceIntake {
        // A body may lack it, whatever the type says.
        if (sitemapUrl == null || !sitemapUrl.startsWith("https://") && !sitemapUrl.startsWith("http://")) {
            throw new InvalidField("sitemap_url", "must be an http or https address");
        }
        if (recrawl != null) {
            Recrawl.parse(recrawl);
        }
        if (priority != null && !PRIORITIES.contains(priority)) {
            throw new InvalidField("priority", "must be high, normal or low");
        }
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
        acl = acl == null ? List.of() : List.copyOf(acl);
    }
}
