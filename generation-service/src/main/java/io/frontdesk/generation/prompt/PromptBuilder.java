package io.frontdesk.generation.prompt;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.guard.Placeholders;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Builds prompts from the template {@code answer-v2.txt} beside this class, in the tenant's voice. Passages and question are data:
 * they stand in elements that nothing in them can close, since every angle bracket of theirs is escaped, after instructions that
 * hold nothing of them. A random mark around them would add nothing to that, and would keep providers from caching prompts.
 */
public final class PromptBuilder {
    private static final String TEMPLATE = "answer-v2";

    private final String template = template();

    /**
     * The version of what a model is told under these settings. It changes with the template and with every setting that shapes
     * answers, and with it every key of a cached answer.
     */
    public static String version(AnswerSettings settings) {
        return TEMPLATE + "-" + SettingsHash.of(settings);
    }

    /**
     * The prompt for a question.
     *
     * @param passages the first becomes {@code [1]}
     * @param history what was said before
     * @param placeholders behind which personal data goes
     */
    public Prompt build(
            AnswerSettings settings,
            String question,
            List<Passage> passages,
            History history,
            Placeholders placeholders) {
        var material = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            append(material, i + 1, passages.get(i), placeholders);
        }
        if (!history.isEmpty()) {
            material.append("<history>\n")
                    .append(escaped(placeholders.mask(history.text())))
                    .append("\n</history>\n\n");
        }
        material.append("<question>\n")
                .append(escaped(placeholders.mask(question.strip())))
                .append("\n</question>");
        return new Prompt(version(settings), instructions(settings), material.toString());
    }

    private String instructions(AnswerSettings settings) {
        return template.replace(
                        "{name}",
                        settings.assistantName()
                                .map(name -> name + ", the assistant")
                                .orElse("the help desk"))
                .replace("{tone}", tone(settings.tone()))
                .replace("{language}", language(settings))
                .replace("{refusal}", settings.fallback());
    }

    private static String tone(Tone tone) {
        return switch (tone) {
            case FRIENDLY -> "Be warm and friendly, as to somebody you know.";
            case NEUTRAL -> "Be plain and polite.";
            case FORMAL -> "Be formal: full sentences, and no contractions.";
        };
    }

    private static String language(AnswerSettings settings) {
        return settings.language()
                .map(tag -> "Write in this language, whatever the question is written in: "
                        + Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH) + ".")
                .orElse("Write in the language of the question.");
    }

    private static void append(StringBuilder material, int n, Passage passage, Placeholders placeholders) {
        material.append("<passage n=\"%d\" title=\"%s\"".formatted(n, attribute(placeholders.mask(passage.title()))));
        if (!passage.headingPath().isEmpty()) {
            String section = placeholders.mask(String.join(" > ", passage.headingPath()));
            material.append(" section=\"%s\"".formatted(attribute(section)));
        }
        material.append(">\n")
                .append(escaped(placeholders.mask(passage.text().strip())))
                .append("\n</passage>\n\n");
    }

    private static String attribute(String text) {
        return escaped(text).replace("\"", "&quot;").replace('\n', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String template() {
        String resource = TEMPLATE + ".txt";
        try (InputStream in = Objects.requireNonNull(PromptBuilder.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
