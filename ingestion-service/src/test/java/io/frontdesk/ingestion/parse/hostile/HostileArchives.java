package io.frontdesk.ingestion.parse.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Archives that unfold without end, lie in themselves, or point out of themselves. */
final class HostileArchives {
    private static final String TOO_LARGE = "too_large";
    private static final String CORRUPT = "corrupt";
    private static final String PARSED = "parsed";
    private static final byte[] TEXT = "Harmless.".getBytes(StandardCharsets.UTF_8);

    private HostileArchives() {}

    static List<HostileDocument> all() {
        var documents = new ArrayList<>(List.of(
                HostileDocument.of("10 GB of zeros in one entry", "zeros.zip", HostileArchives::tenGigabytes, TOO_LARGE)
                        .inShort(),
                HostileDocument.of("a thousand entries of 10 MB", "flat.zip", HostileArchives::manyEntries, TOO_LARGE),
                HostileDocument.of(
                                "60,000 entries over the same bytes",
                                "overlap.zip",
                                HostileArchives::overlapping,
                                TOO_LARGE,
                                CORRUPT)
                        .inShort(),
                HostileDocument.of(
                        "200 entries over the same bytes", "overlap.zip", HostileArchives::fewOverlapping, CORRUPT),
                HostileDocument.of("an archive that holds itself", "r.zip", Archive::quine, TOO_LARGE)
                        .inShort(),
                HostileDocument.of("archives in archives, 30 deep", "deep.zip", () -> nested(30), TOO_LARGE)
                        .inShort(),
                HostileDocument.of("a bomb in the fourth archive", "deep.zip", HostileArchives::nestedBomb, TOO_LARGE),
                HostileDocument.of(
                        "5,000 documents in an archive", "many.zip", HostileArchives::manyDocuments, TOO_LARGE),
                HostileDocument.of("names that lead out of the archive", "paths.zip", HostileArchives::paths, PARSED)
                        .inShort()));
        for (var format : Office.values()) {
            var document =
                    HostileDocument.of("a gigabyte of text in " + format, format.fileName(), format::bomb, TOO_LARGE);
            documents.add(format == Office.DOCX ? document.inShort() : document);
        }
        return documents;
    }

    private static byte[] tenGigabytes() {
        return new Archive().bomb("zeros.txt", 10 * 1024, (byte) 0).bytes();
    }

    private static byte[] manyEntries() {
        var archive = new Archive();
        for (int i = 0; i < 1000; i++) {
            archive.bomb(i + ".txt", 10, (byte) 'a');
        }
        return archive.bytes();
    }

    private static byte[] overlapping() {
        return new Archive().bomb("a.txt", 1, (byte) 'a').again(60_000).bytes();
    }

    private static byte[] fewOverlapping() {
        return new Archive().bomb("a.txt", 1, (byte) 'a').again(200).bytes();
    }

    private static byte[] nested(int levels) {
        byte[] archive = new Archive().with("text.txt", TEXT).bytes();
        for (int i = 0; i < levels; i++) {
            archive = new Archive().stored(i + ".zip", archive).bytes();
        }
        return archive;
    }

    private static byte[] nestedBomb() {
        byte[] archive = new Archive().bomb("zeros.txt", 1024, (byte) 0).bytes();
        for (int i = 0; i < 3; i++) {
            archive = new Archive().with(i + ".zip", archive).bytes();
        }
        return archive;
    }

    private static byte[] manyDocuments() {
        var archive = new Archive();
        for (int i = 0; i < 5000; i++) {
            archive.stored(i + ".txt", TEXT);
        }
        return archive.bytes();
    }

    private static byte[] paths() {
        return new Archive()
                .stored("../../../../tmp/frontdesk-traversal.txt", TEXT)
                .stored("/tmp/frontdesk-traversal.txt", TEXT)
                .stored("..\\..\\frontdesk-traversal.txt", TEXT)
                .stored("/tmp/frontdesk-traversal.txt", TEXT)
                .bytes();
    }
}
