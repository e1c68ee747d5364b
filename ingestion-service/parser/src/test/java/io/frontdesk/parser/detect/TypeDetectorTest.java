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
    void namesOtherOfficeDocumentsAndArchives() throws IOException {
        assertThat(detector.detect(TestDocuments.zip("xl/workbook.xml"), "a.docx", null))
                .isEqualTo(MediaType.application("vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        assertThat(detector.detect(TestDocuments.zip("a.txt"), null, null)).isEqualTo(MediaType.APPLICATION_ZIP);
    }

    private MediaType detect(String text, @Nullable String fileName, @Nullable String contentType) throws IOException {
        return detector.detect(text.getBytes(StandardCharsets.UTF_8), fileName, contentType);
    }
}
