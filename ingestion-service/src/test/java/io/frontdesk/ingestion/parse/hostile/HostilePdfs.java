package io.frontdesk.ingestion.parse.hostile;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** PDFs whose forms, page trees and streams are traps. */
final class HostilePdfs {
    private static final String FILE = "document.pdf";
    private static final String PARSED = "parsed";
    private static final String TOO_LARGE = "too_large";
    private static final String TIMEOUT = "timeout";
    private static final String CORRUPT = "corrupt";

    private HostilePdfs() {}

    static List<HostileDocument> all(Path secret, URI server) {
        return List.of(
                // CVE-2025-66516
                HostileDocument.of(
                                "a form (XFA) with XXE of a file", FILE, () -> form(Markup.localFile(secret)), PARSED)
                        .inShort(),
                HostileDocument.of(
                                "a form (XFA) with XXE of a server",
                                FILE,
                                () -> form(Markup.remoteFile(server)),
                                PARSED)
                        .inShort(),
                HostileDocument.of(
                        "a form (XFA) of a billion laughs", FILE, () -> form(Markup.billionLaughs()), PARSED),
                HostileDocument.of("metadata (XMP) with XXE", FILE, () -> metadata(Markup.localFile(secret)), PARSED),
                HostileDocument.of("100,000 pages", FILE, HostilePdfs::manyPages, "no_text", TOO_LARGE, TIMEOUT),
                HostileDocument.of("a page tree that leads back", FILE, HostilePdfs::loop, CORRUPT, "no_text")
                        .inShort(),
                HostileDocument.of(
                        "a table of objects that leads back",
                        FILE,
                        () -> Pdf.ofOnePage("Hello", "").bytesOfALoop(),
                        PARSED,
                        CORRUPT),
                HostileDocument.of(
                        "a gigabyte of spaces on a page",
                        FILE,
                        HostilePdfs::largeStream,
                        TOO_LARGE,
                        TIMEOUT,
                        "no_text"),
                HostileDocument.of(
                        "a gigabyte, deflated twice",
                        FILE,
                        HostilePdfs::filters,
                        TOO_LARGE,
                        TIMEOUT,
                        "no_text",
                        CORRUPT),
                HostileDocument.of("a page of 100,000 streams", FILE, HostilePdfs::manyStreams, TOO_LARGE, TIMEOUT),
                HostileDocument.of(
                        "a page that draws itself", FILE, HostilePdfs::drawsItself, PARSED, CORRUPT, TIMEOUT),
                HostileDocument.of("dictionaries 100,000 deep", FILE, HostilePdfs::deep, PARSED, CORRUPT, TIMEOUT));
    }

    private static byte[] form(Markup markup) {
        return Pdf.ofOnePage("Hello", "/AcroForm<</Fields[]/XFA 6 0 R>>").stream(
                        "", markup.in("<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><a>&hostile;</a></xdp:xdp>"))
                .bytes();
    }

    private static byte[] metadata(Markup markup) {
        return Pdf.ofOnePage("Hello", "/Metadata 6 0 R").stream(
                        "/Type/Metadata/Subtype/XML",
                        markup.in("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&hostile;</x:xmpmeta>"))
                .bytes();
    }

    /** What stands on every page is taken for its header, so that nothing remains. */
    private static byte[] manyPages() {
        int pages = 100_000;
        var kids = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            kids.append(i + 5).append(" 0 R ");
        }
        var pdf = new Pdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[%s]/Count %d>>".formatted(kids, pages))
                        .font()
                        .stream("", Pdf.text("Page"));
        for (int i = 0; i < pages; i++) {
            pdf.object(Pdf.page(4));
        }
        return pdf.bytes();
    }

    private static byte[] loop() {
        return new Pdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>")
                .object("<</Type/Pages/Kids[2 0 R 3 0 R]/Parent 2 0 R/Count 2>>")
                .bytes();
    }

    private static byte[] largeStream() {
        return onePage().stream("/Filter/FlateDecode", Pdf.zlib(Archive.filled(1024, (byte) ' ')))
                .bytes();
    }

    private static byte[] filters() {
        var twice = Archive.deflated(Pdf.zlib(Archive.filled(1024, (byte) ' ')));
        return onePage().stream("/Filter[/FlateDecode/FlateDecode]", Pdf.zlib(twice))
                .bytes();
    }

    private static byte[] manyStreams() {
        return new Pdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[4 0 R]/Count 1>>")
                        .font()
                        .object(Pdf.page(5).replace("/Contents 5 0 R", "/Contents[" + "5 0 R ".repeat(100_000) + "]"))
                        .stream("", Pdf.text("Hello").repeat(1000))
                        .bytes();
    }

    private static byte[] drawsItself() {
        return new Pdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[4 0 R]/Count 1>>")
                        .font()
                        .object(Pdf.page(5).replace("/Font", "/XObject<</X 6 0 R>>/Font"))
                        .stream("", "/X Do /X Do " + Pdf.text("Hello"))
                        .stream(
                                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                                "/X Do /X Do /X Do")
                        .bytes();
    }

    private static byte[] deep() {
        return Pdf.ofOnePage("Hello", "/Deep " + "<</A ".repeat(100_000) + "1" + ">>".repeat(100_000))
                .bytes();
    }

    private static Pdf onePage() {
        return new Pdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[4 0 R]/Count 1>>")
                .font()
                .object(Pdf.page(5));
    }
}
