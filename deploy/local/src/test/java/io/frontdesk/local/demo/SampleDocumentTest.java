package io.frontdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDocumentTest {
    private final Path folder;

    SampleDocumentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void handsInTextsAsTextAndEverythingElseAsBytes() throws IOException {
        Files.writeString(folder.resolve("returns.md"), "# Returns\n30 days");
        Files.write(folder.resolve("manual.pdf"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("index.json"), """
                [{"file": "returns.md", "external_id": "help/returns", "title": "Returns",
                  "content_type": "text/markdown", "url": "https://help.example/returns"},
                 {"file": "manual.pdf", "external_id": "help/manual", "title": "Manual",
                  "content_type": "application/pdf", "url": "https://help.example/manual"}]
                """);

        var documents = SampleDocument.in(folder);

        assertThat(documents).extracting(SampleDocument::externalId).containsExactly("help/returns", "help/manual");
        var text = Json.parse(documents.getFirst().toIntake());
        assertThat(text.path("text").asText()).isEqualTo("# Returns\n30 days");
        assertThat(text.path("content_type").asText()).isEqualTo("text/markdown");
        var binary = Json.parse(documents.getLast().toIntake());
        assertThat(Base64.getDecoder().decode(binary.path("content_base64").asText()))
                .containsExactly(1, 2, 3);
        assertThat(binary.has("text")).isFalse();
    }
}
