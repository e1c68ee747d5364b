package io.frontdesk.parser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes documents of each kind. */
public final class TestDocuments {

    private TestDocuments() {}

    /** A line of a PDF: its size, how far it stands below the line before, and where it begins. */
    public record Line(String text, float size, float gap, float start) {}

    public static Line body(String text) {
        return new Line(text, 10, 12, 50);
    }

    public static Line paragraphStart(String text) {
        return new Line(text, 10, 24, 50);
    }

    public static Line heading(String text, float size) {
        return new Line(text, size, 40, 50);
    }

    /** One page for each list of lines. */
    @SafeVarargs
    public static byte[] pdf(List<Line>... pages) throws IOException {
        try (var document = pdfDocument(pages)) {
            return bytes(document);
        }
    }

    public static byte[] encryptedPdf() throws IOException {
        try (var document = pdfDocument(List.of(body("secret")))) {
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes(document);
        }
    }

    @SafeVarargs
    private static PDDocument pdfDocument(List<Line>... pages) throws IOException {
        var document = new PDDocument();
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        for (List<Line> lines : pages) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                float y = 760;
                for (Line line : lines) {
                    y -= line.gap();
                    content.beginText();
                    content.setFont(font, line.size());
                    content.newLineAtOffset(line.start(), y);
                    content.showText(line.text());
                    content.endText();
                }
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    public static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        document.close();
        return out.toByteArray();
    }

    public static byte[] docx(String paragraph) throws IOException {
        var document = new XWPFDocument();
        document.createParagraph().createRun().setText(paragraph);
        return bytes(document);
    }

    /** A DOCX whose main part is this XML. */
    public static byte[] docxOfXml(String xml) throws IOException {
        return docxOfXml(xml.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] docxOfXml(byte[] xml) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx("x")));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals("word/document.xml") ? xml : in.readAllBytes());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** An archive of these files: a name, what is in it, the next name. */
    public static byte[] zip(String... namesAndContents) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** One of the documents that Tika is tested with. */
    public static byte[] ofTika(String name) throws IOException {
        try (var in = TestDocuments.class.getResourceAsStream("/test-documents/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** An OpenDocument document of this kind, with this body and these automatic styles. */
    public static byte[] openDocument(String kind, String styles, String body) throws IOException {
        var namespaces = Stream.of("office", "style", "text", "table", "draw", "presentation", "meta")
                .map(name -> "xmlns:%s='urn:oasis:names:tc:opendocument:xmlns:%s:1.0'".formatted(name, name))
                .collect(Collectors.joining(" "));
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument." + kind,
                "content.xml",
                "<office:document-content %s><office:automatic-styles>%s</office:automatic-styles><office:body>%s</office:body></office:document-content>"
                        .formatted(namespaces, styles, body),
                "meta.xml",
                "<m xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Terms</dc:title><dc:language>en-GB</dc:language></m>");
    }

    /** A book of two chapters that the archive has in the other order. */
    public static byte[] epub() throws IOException {
        return zip(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>",
                "OPS/two.xhtml",
                "<html><head><title/></head><body><h1>Refunds</h1><p>In ten days.</p></body></html>",
                "OPS/text/one.xhtml",
                "<?xml version='1.0'?><!DOCTYPE html><html><body><h1>Returns</h1><p>Thirty&#160;days.</p></body></html>",
                "OPS/nav.xhtml",
                "<html><body><nav>Returns, Refunds</nav></body></html>",
                "OPS/book.opf",
                """
                <package xmlns:dc='http://purl.org/dc/elements/1.1/'>
                  <metadata><dc:title>The shop</dc:title><dc:language>en</dc:language></metadata>
                  <manifest>
                    <item id='nav' href='nav.xhtml' properties='nav'/>
                    <item id='two' href='two.xhtml'/>
                    <item id='one' href='text/one.xhtml'/>
                  </manifest>
                  <spine><itemref idref='nav'/><itemref idref='one'/><itemref idref='two'/></spine>
                </package>
                """);
    }
}
