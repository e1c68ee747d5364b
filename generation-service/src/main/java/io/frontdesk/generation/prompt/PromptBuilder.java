package io.frontdesk.generation.prompt;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.conversation.History;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Builds prompts from the template {@code answer-v1.txt} beside this class. Passages and question are data: they stand in
 * elements that nothing in them can close, after instructions that hold nothing of them.
 */
public final class PromptBuilder {
    /** Changes with every change of the template, and with it every key of a cached answer. */
    public static final String VERSION = "answer-v1";

    private final String instructions;

    /** @param refusal the sentence by which the model says that the passages do not hold the answer */
    public PromptBuilder(String refusal) {
        this.instructions = template().replace("{refusal}", refusal);
    }

    /**
     * The prompt for a question.
     *
     * @param passages the first becomes {@code [1]}
     * @param history what was said before
     */
    public Prompt build(String question, List<Passage> passages, History history) {
        var material = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            append(material, i + 1, passages.get(i));
        }
        if (!history.isEmpty()) {
            material.append("<history>\n").append(escaped(history.text())).append("\n</history>\n\n");
        }
        material.append("<question>\n").append(escaped(question.strip())).append("\n</question>");
        return new Prompt(VERSION, instructions, material.toString());
    }

    private static void append(StringBuilder material, int n, Passage passage) {
        material.append("<passage n=\"%d\" title=\"%s\"".formatted(n, attribute(passage.title())));
        if (!passage.headingPath().isEmpty()) {
            material.append(" section=\"%s\"".formatted(attribute(String.join(" > ", passage.headingPath()))));
        }
        material.append(">\n").append(escaped(passage.text().strip())).append("\n</passage>\n\n");
    }

    private static String attribute(String text) {
        return escaped(text).replace("\"", "&quot;").replace('\n', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String template() {
        String resource = VERSION + ".txt";
        try (InputStream in = Objects.requireNonNull(PromptBuilder.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
