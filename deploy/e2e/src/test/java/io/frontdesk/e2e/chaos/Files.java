package io.frontdesk.e2e.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One text as files of many formats, each the smallest that is whole. */
enum Files {
    MARKDOWN("md") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return bytes("# " + title + "\n\n" + String.join("\n\n", paragraphs));
        }
    },
    TEXT("txt") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return bytes(title + "\n\n" + String.join("\n\n", paragraphs));
        }
    },
    HTML("html") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return bytes(
                    "<!doctype html><html lang=\"en\"><head><title>%s</title></head><body><h1>%s</h1>%s</body></html>"
                            .formatted(title, title, marked(paragraphs, "<p>", "</p>")));
        }
    },
    CSV("csv") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return bytes("topic,answer\n"
                    + marked(paragraphs, "\"" + title + "\",\"", "\"\n").replace("&quot;", "'"));
        }
    },
    DOCX("docx") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return zip(Map.of(
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""",
                    "_rels/.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                    </Relationships>""",
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + marked(paragraphs, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
                            + "</w:body></w:document>"));
        }
    },
    ODT("odt") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return zip(Map.of(
                    "mimetype",
                    "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml",
                    """
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                    <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                    </manifest:manifest>""",
                    "content.xml",
                    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                            + marked(paragraphs, "<text:p>", "</text:p>")
                            + "</office:text></office:body></office:document-content>"));
        }
    },
    RTF("rtf") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return bytes("{\\rtf1\\ansi " + String.join("\\par\n", paragraphs) + "}");
        }
    },
    MAIL("eml") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            return bytes(
                    "From: a@example.org\r\nTo: b@example.org\r\nSubject: %s\r\nMIME-Version: 1.0\r\n".formatted(title)
                            + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + String.join("\r\n\r\n", paragraphs));
        }
    },
    PDF("pdf") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            String text = paragraphs.stream()
                    .flatMap(paragraph ->
                            paragraph.replaceAll("(.{60}\\S*) ", "$1\n").lines())
                    .map(line -> "(%s) Tj T*".formatted(line.replaceAll("[\\\\()]", "")))
                    .collect(Collectors.joining("\n", "BT /F1 11 Tf 14 TL 50 800 Td\n", "\nET"));
            List<String> objects = List.of(
                    "<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                            + " /Resources << /Font << /F1 4 0 R >> >> >>",
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                    "<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text));
            var file = new StringBuilder("%PDF-1.4\n");
            var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
            for (int i = 0; i < objects.size(); i++) {
                table.append("%010d 00000 n \n".formatted(file.length()));
                file.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
            }
            return bytes("%s%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                    .formatted(file, table, file.length()));
        }
    },
    /** A DOCX that was cut in transit: nothing but {@code failed} can come of it. */
    CUT_DOCX("docx") {
        @Override
        byte[] of(String title, List<String> paragraphs) {
            byte[] whole = DOCX.of(title, paragraphs);
            return Arrays.copyOf(whole, whole.length / 2);
        }
    };

    private final String extension;

    Files(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    /** The file; paragraphs are plain text in ASCII, with nothing that a format would have to escape. */
    abstract byte[] of(String title, List<String> paragraphs);

    private static String marked(List<String> paragraphs, String before, String after) {
        return paragraphs.stream().collect(Collectors.joining(after + before, before, after));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var inOrder = entries.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Files::typeFirst))
                    .toList();
            for (var entry : inOrder) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The file that says what the others are comes first. */
    private static int typeFirst(String one, String other) {
        boolean oneIs = one.equals("mimetype") || one.startsWith("[");
        boolean otherIs = other.equals("mimetype") || other.startsWith("[");
        return oneIs == otherIs ? one.compareTo(other) : oneIs ? -1 : 1;
    }
}
