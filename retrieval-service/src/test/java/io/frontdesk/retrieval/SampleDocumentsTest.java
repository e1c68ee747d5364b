package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The questions that belong to the sample documents, as far as those are Markdown, which is read here without a parser. */
@QuarkusTest
class SampleDocumentsTest extends ServiceTest {
    private static final Path SAMPLES = Path.of(System.getProperty("frontdesk.root"), "deploy/local/sample-documents");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");

    @Test
    void holdTheAnswersAmongTheFirstThreePassages() throws IOException {
        Set<String> indexed = indexMarkdown();
        List<JsonNode> questions = elements(read("questions.json").get("answerable"))
                .filter(question -> indexed.contains(question.get("external_id").asText()))
                .toList();

        List<String> missed = questions.stream()
                .filter(question -> firstPassages(question).noneMatch(passage -> answers(question, passage)))
                .map(question -> question.get("question").asText())
                .toList();

        assertThat(questions).hasSizeGreaterThan(8);
        assertThat(missed).isEmpty();
    }

    private Set<String> indexMarkdown() throws IOException {
        Set<String> indexed = new HashSet<>();
        for (JsonNode sample : read("index.json")) {
            if (sample.get("content_type").asText().equals("text/markdown")) {
                String title = sample.get("title").asText();
                List<String> sections = new ArrayList<>();
                HEADING.splitAsStream(Files.readString(
                                SAMPLES.resolve(sample.get("file").asText())))
                        .map(String::strip)
                        .filter(section -> !section.isEmpty())
                        .forEach(sections::add);
                index(Ids.next(), 1, title, sections.toArray(String[]::new));
                indexed.add(sample.get("external_id").asText());
            }
        }
        return indexed;
    }

    private Stream<String> firstPassages(JsonNode question) {
        return texts(search(reader(), Map.of("query", question.get("question").asText(), "top_k", 3))).stream();
    }

    private static boolean answers(JsonNode question, String passage) {
        return passage.contains(question.get("contains").asText());
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(SAMPLES.resolve(file).toFile());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
