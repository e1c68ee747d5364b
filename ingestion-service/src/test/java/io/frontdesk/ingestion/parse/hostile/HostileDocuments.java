package io.frontdesk.ingestion.parse.hostile;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All documents that are meant to do harm. */
public final class HostileDocuments {
    private HostileDocuments() {}

    /**
     * What is to be tried.
     *
     * @param secret a file that no document may show
     * @param server an address that no document may reach
     */
    public static List<HostileDocument> all(Path secret, URI server) {
        return Stream.of(
                        HostileArchives.all(),
                        HostileMarkup.all(secret, server),
                        HostilePdfs.all(secret, server),
                        HostileTexts.all(secret),
                        HostileSheets.all(),
                        BrokenDocuments.all())
                .flatMap(List::stream)
                .toList();
    }
}
