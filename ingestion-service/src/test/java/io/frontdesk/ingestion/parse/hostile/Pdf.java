package io.frontdesk.ingestion.parse.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A PDF written by hand, object by object; the first is the catalog. */
final class Pdf {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder table = new StringBuilder();
    private int objects;

    Pdf() {
        write("%PDF-1.7\n");
    }

    /** A catalog, a font (3), a page tree (2) with one page of this text, and more in the catalog. */
    static Pdf ofOnePage(String text, String catalog) {
        return new Pdf()
                        .object("<</Type/Catalog/Pages 2 0 R%s>>".formatted(catalog))
                        .object("<</Type/Pages/Kids[4 0 R]/Count 1>>")
                        .font()
                        .object(page(5))
                        .stream("", text(text));
    }

    static String text(String text) {
        return "BT /F1 12 Tf 72 720 Td (%s) Tj ET".formatted(text);
    }

    static String page(int contents) {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
                .formatted(contents);
    }

    Pdf font() {
        return object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    }

    Pdf object(String body) {
        begin();
        write(body + "\nendobj\n");
        return this;
    }

    Pdf stream(String dictionary, String content) {
        return stream(dictionary, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    Pdf stream(String dictionary, byte[] content) {
        begin();
        write("<<%s/Length %d>>\nstream\n".formatted(dictionary, content.length));
        bytes.writeBytes(content);
        write("\nendstream\nendobj\n");
        return this;
    }

    byte[] bytes() {
        return bytes("");
    }

    /** With a table of objects that comes before itself. */
    byte[] bytesOfALoop() {
        return bytes("/Prev " + bytes.size());
    }

    private byte[] bytes(String trailer) {
        int start = bytes.size();
        write("xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects + 1, table, objects + 1, trailer, start));
        return bytes.toByteArray();
    }

    /** The header that zlib has and ZIP has not. */
    static byte[] zlib(byte[] deflated) {
        byte[] stream = new byte[deflated.length + 6];
        stream[0] = 0x78;
        stream[1] = (byte) 0xDA;
        System.arraycopy(deflated, 0, stream, 2, deflated.length);
        return stream;
    }

    private void begin() {
        objects++;
        table.append("%010d 00000 n \n".formatted(bytes.size()));
        write(objects + " 0 obj\n");
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
