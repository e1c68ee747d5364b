package io.frontdesk.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.protocol.Block;
import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import io.frontdesk.parser.protocol.ParsedDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class DocumentParserTest {

    private static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String BODY = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:body><w:p><w:r><w:t>Text &entity;</w:t></w:r></w:p></w:body></w:document>
            """;

    private final DocumentParser parser;

    DocumentParserTest() throws IOException {
        parser = new DocumentParser();
    }

    @Test
    void readsEachFormatAndSaysWhatItIs() throws IOException {
        assertThat(parsed(bytes("# Returns"), "a.md")).isEqualTo("text/markdown");
        assertThat(parsed(bytes("<html><body>Returns</body></html>"), "a.html")).isEqualTo("text/html");
        assertThat(parsed(bytes("Returns"), "a.txt")).isEqualTo("text/plain");
        assertThat(parsed(TestDocuments.docx("Returns"), "a.docx")).isEqualTo(DOCX_TYPE);
        assertThat(parsed(TestDocuments.pdf(List.of(TestDocuments.body("Returns"))), "a.pdf"))
                .isEqualTo("application/pdf");
        assertThat(parsed(bytes("Returns\nProduct,Days\n"), "a.csv")).isEqualTo("text/csv");
        assertThat(parsed(bytes("{\\rtf1\\ansi Returns\\par}"), "a.rtf")).isEqualTo("application/rtf");
        assertThat(parsed(bytes("Subject: Returns\n\nText."), "a.eml")).isEqualTo("message/rfc822");
        assertThat(parsed(TestDocuments.epub(), "a.epub")).isEqualTo("application/epub+zip");
        assertThat(parsed(odt("<text:p>Returns</text:p>"), "a.odt"))
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @Test
    void takesTheFirstHeadingForATitleWhereTheDocumentHasNone() {
        var outcome = parse(bytes("Intro\n\n# Returns\n\nText."), "a.md");

        assertThat(((Outcome.Parsed) outcome).header().title()).isEqualTo("Returns");
    }

    @Test
    void failsEmptyDocuments() {
        assertThat(failure(new byte[0], "a.pdf").reason()).isEqualTo(FailureReason.EMPTY);
    }

    @Test
    void failsDocumentsWithoutText() throws IOException {
        assertThat(failure(bytes(" \n\t\n"), "a.txt").reason()).isEqualTo(FailureReason.NO_TEXT);
        assertThat(failure(TestDocuments.pdf(List.of()), "scan.pdf").reason()).isEqualTo(FailureReason.NO_TEXT);
    }

    @Test
    void failsTypesThatItHasNoReaderFor() {
        var failure = failure(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, "scan.pdf");

        assertThat(failure.reason()).isEqualTo(FailureReason.UNSUPPORTED_TYPE);
        assertThat(failure.contentType()).isEqualTo("image/png");
        assertThat(failure(bytes("<?xml version='1.0'?><a>x</a>"), "a.xml").reason())
                .isEqualTo(FailureReason.UNSUPPORTED_TYPE);
    }

    @Test
    void failsBrokenDocuments() throws IOException {
        var pdf = bytes("%PDF-1.7\n1 0 obj << /Type /Catalog >> garbage");
        var docx = TestDocuments.docx("Text.");

        assertThat(failure(pdf, "a.pdf").reason()).isEqualTo(FailureReason.CORRUPT);
        assertThat(failure(Arrays.copyOf(docx, docx.length / 2), "a.docx").reason())
                .isEqualTo(FailureReason.CORRUPT);
        assertThat(failure(TestDocuments.docxOfXml("<w:document"), "a.docx").reason())
                .isEqualTo(FailureReason.CORRUPT);
    }

    @Test
    void failsDocumentsWithAPassword() throws Exception {
        assertThat(failure(TestDocuments.encryptedPdf(), "a.pdf").reason()).isEqualTo(FailureReason.ENCRYPTED);
        assertThat(failure(encryptedDocx(), "a.docx").reason()).isEqualTo(FailureReason.ENCRYPTED);
    }

    @Test
    void failsProtectedBooksSheetsSlidesAndMails() throws IOException {
        var odt = TestDocuments.zip(
                "mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", "<encryption-data/>");
        var mail = bytes("Subject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n");

        assertThat(failure(odt, "a.odt").reason()).isEqualTo(FailureReason.ENCRYPTED);
        assertThat(failure(mail, "a.eml").reason()).isEqualTo(FailureReason.ENCRYPTED);
        for (String name : List.of(
                "testEXCEL_protected_passtika.xls",
                "testPPT_protected_passtika.ppt",
                "testWORD_protected_passtika.doc")) {
            assertThat(failure(TestDocuments.ofTika(name), name).reason()).isEqualTo(FailureReason.ENCRYPTED);
        }
    }

    @Test
    void readsWhatIsAttachedToMails() throws IOException {
        var mail = (Outcome.Parsed) parse(TestDocuments.ofTika("testMSG_att_msg.msg"), "a.msg");

        assertThat(mail.header().title()).isEqualTo("test email");
        assertThat(mail.document().blocks())
                .startsWith(
                        new Block.Heading(1, "test email", null),
                        new Block.Paragraph("Test email with 1 msg attachment, 1 pdf", null),
                        new Block.Heading(2, "Test Attachment.msg", null),
                        new Block.Heading(3, "Test Attachment", null),
                        new Block.Paragraph("Blah blah blah", null),
                        new Block.Heading(2, "smbprn.00009008.KdcPjl.pdf", null));
    }

    @Test
    void failsMailsThatAreForwardedWithoutEnd() {
        var mail = "Subject: last\n\nText.";
        for (int i = 0; i < 10; i++) {
            mail = "Subject: more\nContent-Type: message/rfc822\n\n" + mail;
        }

        assertThat(failure(bytes(mail), "a.eml").reason()).isEqualTo(FailureReason.TOO_LARGE);
    }

    @Test
    void failsDocumentsWithMoreTextThanAskedFor() throws IOException {
        var pdf = TestDocuments.pdf(List.of(TestDocuments.body("0123456789"), TestDocuments.body("0123456789")));

        for (byte[] document : List.of(bytes("0123456789".repeat(2)), pdf)) {
            var outcome = parser.parse(new ParseRequest("1", null, null, 19), document);
            assertThat(((Outcome.Failed) outcome).header().reason()).isEqualTo(FailureReason.TOO_LARGE);
        }
    }

    @Test
    void readsNoExternalEntities() throws IOException {
        var xml = "<!DOCTYPE d [<!ENTITY entity SYSTEM \"file:///etc/passwd\">]>" + BODY;

        assertThat(failure(TestDocuments.docxOfXml(xml), "a.docx").reason()).isEqualTo(FailureReason.CORRUPT);
    }

    @Test
    void doesNotUnfoldABillionLaughs() throws IOException {
        var xml = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            xml.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        xml.append("<!ENTITY entity \"&e9;\">]>").append(BODY);

        assertThat(failure(TestDocuments.docxOfXml(xml.toString()), "a.docx").reason())
                .isEqualTo(FailureReason.CORRUPT);
    }

    @Test
    void stopsAZipBomb() throws IOException {
        var bomb = TestDocuments.docxOfXml(new byte[120 * 1024 * 1024]);

        assertThat(failure(bomb, "a.docx").reason()).isEqualTo(FailureReason.TOO_LARGE);
    }

    @Test
    void livesThroughNestingWithoutEnd() {
        for (byte[] document :
                List.of(bytes("> ".repeat(50_000) + "deep"), bytes("<ul><li>".repeat(50_000) + "deep"))) {
            var outcome = parse(document, document[0] == '>' ? "a.md" : "a.html");
            assertThat(outcome).isInstanceOfAny(Outcome.Parsed.class, Outcome.Failed.class);
        }
        assertThat(parse(bytes("Alive"), "a.txt")).isInstanceOf(Outcome.Parsed.class);
    }

    @Test
    void answersWhateverIsDamagedWithNothingButAnOutcome() throws IOException {
        var random = new Random(42);
        for (byte[] whole :
                List.of(TestDocuments.docx("Text."), TestDocuments.pdf(List.of(TestDocuments.body("Text."))))) {
            for (int i = 0; i < 100; i++) {
                var damaged = whole.clone();
                for (int j = 0; j < 20; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                assertThat(parse(damaged, "a")).isNotNull();
            }
        }
    }

    private static byte[] odt(String text) throws IOException {
        return TestDocuments.openDocument("text", "", "<office:text>" + text + "</office:text>");
    }

    private String parsed(byte[] document, String fileName) {
        var outcome = (Outcome.Parsed) parse(document, fileName);
        assertThat(texts(outcome.document())).contains("Returns");
        return outcome.header().contentType();
    }

    private static List<String> texts(ParsedDocument document) {
        return document.blocks().stream()
                .map(block -> switch (block) {
                    case Block.Heading heading -> heading.text();
                    case Block.Paragraph paragraph -> paragraph.text();
                    case Block.ListItem item -> item.text();
                    case Block.TableRow row -> String.join(" ", row.cells());
                    case Block.Code code -> code.text();
                })
                .toList();
    }

    private ParseReply.Failed failure(byte[] document, String fileName) {
        var failed = ((Outcome.Failed) parse(document, fileName)).header();
        assertThat(failed.message()).isNotBlank().doesNotContain("Exception");
        return failed;
    }

    private Outcome parse(byte[] document, String fileName) {
        return parser.parse(new ParseRequest("1", fileName, null, 10_000), document);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encryptedDocx() throws Exception {
        var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("password");
        try (var container = new POIFSFileSystem()) {
            try (var out = encryptor.getDataStream(container)) {
                out.write(TestDocuments.docx("secret"));
            }
            var bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
