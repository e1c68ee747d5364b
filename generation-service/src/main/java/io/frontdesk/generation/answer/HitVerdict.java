package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether an answer that was given again says what one written anew says. */
enum HitVerdict {
    SAME,
    /** The new one is a refusal, rests on other documents, or names other numbers. */
    WRONG,
    /** There is no whole new one. */
    UNCLEAR;

    private static final Pattern REFERENCE = Pattern.compile("\\[[0-9, ]+]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");

    static HitVerdict of(Answer given, AnswerEvent.Terminal anew) {
        return anew instanceof AnswerEvent.Completed completed ? of(given, completed.answer()) : UNCLEAR;
    }

    private static HitVerdict of(Answer given, Answer anew) {
        boolean same = anew.outcome() == given.outcome()
                && !Collections.disjoint(documents(given), documents(anew))
                && agree(numbers(given), numbers(anew));
        return same ? SAME : WRONG;
    }

    private static Set<UUID> documents(Answer answer) {
        return answer.citations().stream().map(Citation::documentId).collect(Collectors.toSet());
    }

    /** One may say more than the other. */
    private static boolean agree(Set<String> some, Set<String> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    private static Set<String> numbers(Answer answer) {
        return NUMBER.matcher(REFERENCE.matcher(answer.answer()).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
