package io.frontdesk.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The texts of the sample documents that are written in Markdown. */
record HelpCentre(List<String> paragraphs) {
    private static final int SHORTEST_PARAGRAPH = 60;
    private static final int SHORTEST_SENTENCE = 25;

    static HelpCentre read(Path root) {
        try (var files = Files.newDirectoryStream(root.resolve("deploy/local/sample-documents"), "*.md")) {
            var paragraphs = new ArrayList<String>();
            for (var file : files) {
                Arrays.stream(Files.readString(file).split("\n\\s*\n"))
                        .map(String::strip)
                        .filter(paragraph -> paragraph.length() >= SHORTEST_PARAGRAPH)
                        .forEach(paragraphs::add);
            }
            return new HelpCentre(List.copyOf(paragraphs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> sentences() {
        return paragraphs.stream()
                .flatMap(paragraph -> Arrays.stream(paragraph.split("(?<=[.!?])\\s+")))
                .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                .distinct()
                .toList();
    }
}
