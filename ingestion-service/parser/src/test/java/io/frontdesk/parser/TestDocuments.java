package io.frontdesk.parser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** An archive with one file of this name. */
    public static byte[] zip(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(name.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
