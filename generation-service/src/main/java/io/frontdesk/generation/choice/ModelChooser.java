package io.frontdesk.generation.choice;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.llm.LlmConfig.ModelPreference;
import io.frontdesk.generation.pool.Tier;
import io.frontdesk.generation.text.Terms;
import io.frontdesk.generation.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells simple questions from others without a model, by how they are put and by how the passages hold them. A question is simple
 * that asks one thing which one passage answers; everything that speaks against that is a reason for the strong model. In other
 * languages than English the length, the question marks and the passages decide.
 */
public final class ModelChooser {
    private static final int MANY_WORDS = 28;
    private static final int MANY_CLAUSES = 3;
    private static final int QUESTIONS = 2;

    /** What one passage must hold of a question that it answers alone, or several that answer it together. */
    private static final double HELD = 0.6;

    /** What several must hold together, beyond that, to be needed all. */
    private static final double MORE_TOGETHER = 0.2;

    private static final int READ_TOGETHER = 4;

    /** Of fewer, too many stand in several passages by chance. */
    private static final int ENOUGH_WORDS = 4;

    private static final Set<String> ASKING = Set.of("what", "when", "where", "who", "which", "how", "why", "whose");
    private static final Set<String> CLAUSES = Set.of(
            "if", "unless", "because", "although", "while", "whereas", "but", "after", "before", "until", "since");
    private static final Pattern COMPARES = Pattern.compile(
            "\\b(compare[ds]?|comparison|versus|vs|differences?|differs?|different from|better|worse|cheaper|rather than"
                    + "|instead of|pros and cons|advantages?|trade-?offs?|which (one|of)|(more|less) \\w+ than)\\b");
    private static final Pattern REASONS = Pattern.compile(
            "\\b(why|explain|how come|what happens (if|when)|what if|should (i|we)|would it|recommend|suggest|advise"
                    + "|calculate|work out|in total|altogether|troubleshoot|diagnose|not working|doesn't work|keeps? \\w+ing)\\b");
    private static final Pattern SURVEYS = Pattern.compile(
            "\\b(summari[sz]e|overview|list (all|every)|all (of )?(the|your)|every|each|step[- ]by[- ]step|steps)\\b");

    private ModelChooser() {}

    /**
     * The model for a question.
     *
     * @param passages what the answer may rest on, best first
     */
    public static ModelChoice choose(String question, List<Passage> passages, ModelPreference preference) {
        return switch (preference) {
            case CHEAP -> new ModelChoice(Tier.CHEAP, List.of("chosen"));
            case STRONG -> new ModelChoice(Tier.STRONG, List.of("chosen"));
            case AUTO -> choose(question, passages);
        };
    }

    private static ModelChoice choose(String question, List<Passage> passages) {
        List<String> reasons = reasons(question.toLowerCase(Locale.ROOT), passages);
        return reasons.isEmpty()
                ? new ModelChoice(Tier.CHEAP, List.of("simple"))
                : new ModelChoice(Tier.STRONG, reasons);
    }

    private static List<String> reasons(String question, List<Passage> passages) {
        List<String> words = Token.of(question).stream()
                .filter(token -> token.kind() != Token.Kind.SYMBOL)
                .map(Token::lower)
                .toList();
        List<String> reasons = new ArrayList<>();
        note(reasons, "long", words.size() >= MANY_WORDS);
        note(reasons, "questions", count(question, '?') >= QUESTIONS || asksOften(words));
        note(reasons, "clauses", clauses(question, words) >= MANY_CLAUSES);
        note(reasons, "comparison", COMPARES.matcher(question).find());
        note(reasons, "reasoning", REASONS.matcher(question).find());
        note(reasons, "survey", SURVEYS.matcher(question).find());
        note(reasons, "passages", needsSeveral(question, passages));
        return reasons;
    }

    private static void note(List<String> reasons, String reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private static boolean asksOften(List<String> words) {
        return words.stream().filter(ASKING::contains).count() >= QUESTIONS;
    }

    private static long clauses(String question, List<String> words) {
        return 1
                + count(question, ',')
                + count(question, ';')
                + words.stream().filter(CLAUSES::contains).count();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static boolean needsSeveral(String question, List<Passage> passages) {
        Terms asked = Terms.of(question);
        if (asked.stems().size() < ENOUGH_WORDS) {
            return false;
        }
        List<String> texts =
                passages.stream().limit(READ_TOGETHER).map(ModelChooser::text).toList();
        double alone = texts.stream()
                .mapToDouble(text -> asked.shareIn(Terms.of(text)))
                .max()
                .orElse(1);
        return alone < HELD && asked.shareIn(Terms.ofAll(texts)) >= Math.max(HELD, alone + MORE_TOGETHER);
    }

    private static String text(Passage passage) {
        return String.join("\n", passage.title(), String.join("\n", passage.headingPath()), passage.text());
    }
}
