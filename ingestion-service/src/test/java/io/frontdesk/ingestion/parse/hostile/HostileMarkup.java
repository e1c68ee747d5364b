package io.frontdesk.ingestion.parse.hostile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Entities that grow, or stand for what is outside, in each format that is XML somewhere. */
final class HostileMarkup {
    private static final String PAGE =
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Hello &hostile;</p></body></html>";
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Hello &hostile;</text></svg>";

    private HostileMarkup() {}

    static List<HostileDocument> all(Path secret, URI server) {
        var documents = new ArrayList<HostileDocument>();
        for (var markup : List.of(
                Markup.billionLaughs(),
                Markup.quadraticBlowup(),
                Markup.localFile(secret),
                Markup.remoteFile(server),
                Markup.parameterEntity(server),
                Markup.externalDtd(server))) {
            for (var format : Office.values()) {
                var document = HostileDocument.of(
                        markup.name() + " in " + format,
                        format.fileName(),
                        () -> format.with(markup),
                        verdicts(format));
                documents.add(format == Office.DOCX ? document.inShort() : document);
            }
            // Read as browsers read HTML: declared entities mean nothing.
            documents.add(
                    HostileDocument.of(markup.name() + " in XHTML", "page.xhtml", () -> bytes(markup, PAGE), "parsed"));
            documents.add(HostileDocument.of(
                    markup.name() + " in SVG", "drawing.svg", () -> bytes(markup, DRAWING), "unsupported_type"));
        }
        return documents;
    }

    /** Office formats have no document types, which sheets ignore; the pages of a book are read as HTML is. */
    private static String[] verdicts(Office format) {
        return switch (format) {
            case DOCX, PPTX, ODT -> new String[] {"corrupt", "too_large"};
            case XLSX -> new String[] {"parsed", "corrupt", "too_large"};
            case EPUB -> new String[] {"parsed", "too_large"};
        };
    }

    private static byte[] bytes(Markup markup, String document) {
        return markup.in(document).getBytes(StandardCharsets.UTF_8);
    }
}
