package io.frontdesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * URLs that lead, or are read by some parsers as if they led, to where nobody outside has any business: one list for all who
 * ask URLs that others chose. None of them may be asked, by whatever way it comes.
 */
public final class HostileUrls {
    /** What the names among them resolve to, for a resolver of a test; all others are literals, or names of nobody. */
    public static final Map<String, List<String>> NAMES = Map.of(
            "localhost", List.of("127.0.0.1", "::1"),
            "localhost.localdomain", List.of("127.0.0.1"),
            "metadata", List.of("169.254.169.254"),
            "metadata.google.internal", List.of("169.254.169.254"),
            "loopback.hostile.example", List.of("127.0.0.1"),
            "private.hostile.example", List.of("10.0.0.7"),
            "metadata.hostile.example", List.of("169.254.169.254"),
            "mixed.hostile.example", List.of("93.184.216.34", "10.0.0.7"),
            "mapped.hostile.example", List.of("::ffff:10.0.0.7"));

    /**
     * One of them.
     *
     * @param kind what it tries
     */
    public record HostileUrl(String kind, String url) {}

    private HostileUrls() {}

    /** All of them. */
    public static List<HostileUrl> all() {
        try (var file = HostileUrls.class.getResourceAsStream("/hostile-urls.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(columns -> new HostileUrl(columns[0], columns[1].translateEscapes()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
