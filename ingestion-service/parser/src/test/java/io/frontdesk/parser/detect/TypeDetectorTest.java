package io.frontdesk.parser.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.TestDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeDetectorTest {

    private final TypeDetector detector = new TypeDetector();

    @Test
    void knowsDocumentsWithoutAName() throws IOException {
        assertThat(detector.detect(TestDocuments.docx("Text."), null, null)).isEqualTo(TypeDetector.DOCX);
        assertThat(detector.detect(TestDocuments.pdf(List.of(TestDocuments.body("Text."))), null, null))
                .isEqualTo(TypeDetector.PDF);
        assertThat(detect("<!DOCTYPE html><html></html>", null, null)).isEqualTo(TypeDetector.HTML);
        assertThat(detect("You have 30 days.", null, null)).isEqualTo(TypeDetector.TEXT);
    }

    @Test
    void believesTheBytesMoreThanTheName() throws IOException {
        assertThat(detector.detect(TestDocuments.docx("Text."), "a.pdf", "application/pdf"))
                .isEqualTo(TypeDetector.DOCX);
        assertThat(detect("<!DOCTYPE html><html></html>", "a.txt", null)).isEqualTo(TypeDetector.HTML);
    }

    @Test
    void knowsMarkdownByItsNameOrDeclarationWhateverItBeginsWith() throws IOException {
        assertThat(detect("<h1 align=center>Returns</h1>\n\n# Terms", "returns.md", null))
                .isEqualTo(TypeDetector.MARKDOWN);
        assertThat(detect("# Returns", null, "text/markdown; charset=utf-8")).isEqualTo(TypeDetector.MARKDOWN);
    }

    @Test
    void takesATextThatBeginsLikeAMailForAText() throws IOException {
        var mail = "From: the service desk\nSubject: returns\n\nYou have 30 days.";

        assertThat(detect(mail, "returns.txt", null)).isEqualTo(TypeDetector.TEXT);
        assertThat(detect(mail, null, "text/plain")).isEqualTo(TypeDetector.TEXT);
    }

    @Test
    void tellsDocumentsThatAreArchivesByTheEntryThatSaysSo() throws IOException {
        assertThat(detector.detect(
                        openXml("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "a.docx", null))
                .isEqualTo(MediaType.application("vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        assertThat(detector.detect(openXml("vnd.ms-word.document.macroEnabled.main+xml"), null, null))
                .isEqualTo(MediaType.application("vnd.ms-word.document.macroenabled.12"));
        assertThat(detector.detect(TestDocuments.epub(), "a.zip", null)).isEqualTo(TypeDetector.EPUB);
        assertThat(detector.detect(TestDocuments.openDocument("text", "", ""), null, null))
                .isEqualTo(MediaType.application("vnd.oasis.opendocument.text"));
        assertThat(detector.detect(TestDocuments.zip("a.txt", "Text."), "a.docx", null))
                .isEqualTo(MediaType.APPLICATION_ZIP);
    }

    @Test
    void tellsOldOfficeDocumentsFromOneAnother() throws IOException {
        assertThat(detector.detect(TestDocuments.ofTika("testWORD.doc"), "a.xls", null))
                .isEqualTo(MediaType.application("msword"));
        assertThat(detector.detect(TestDocuments.ofTika("testMSG.msg"), null, null))
                .isEqualTo(MediaType.application("vnd.ms-outlook"));
        assertThat(detector.detect(TestDocuments.ofTika("testWORD_protected_passtika.docx"), null, null))
                .isIn(TypeDetector.PROTECTED_OFFICE);
    }

    @Test
    void knowsTablesAndMailsByTheirName() throws IOException {
        assertThat(detect("From: whom, Days\nus, 30\n", "a.csv", "application/vnd.ms-excel"))
                .isEqualTo(TypeDetector.CSV);
        assertThat(detect("a\tb\n", "a.tsv", null)).isEqualTo(TypeDetector.TSV);
        assertThat(detect("X-Other: 1\nSubject: Returns\n\nText.", "a.eml", null))
                .isEqualTo(TypeDetector.MAIL);
    }

    private static byte[] openXml(String mainPart) throws IOException {
        var types = "<Types><Override PartName=\"/main.xml\" ContentType=\"application/%s\"/></Types>";
        return TestDocuments.zip("[Content_Types].xml", types.formatted(mainPart));
    }

    private MediaType detect(String text, @Nullable String fileName, @Nullable String contentType) throws IOException {
        return detector.detect(text.getBytes(StandardCharsets.UTF_8), fileName, contentType);
    }
}
