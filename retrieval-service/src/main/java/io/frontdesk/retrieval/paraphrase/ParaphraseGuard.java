package io.frontdesk.retrieval.paraphrase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Proves that two questions ask the same thing, or does not. */
@ApplicationScoped
public class ParaphraseGuard {
    private static final Set<String> ENGLISH = Set.of(
            "how", "what", "when", "where", "why", "who", "which", "can", "could", "do", "does", "did", "is", "are",
            "would", "should", "must", "the", "my", "your", "it", "this", "that", "have", "has", "there", "with",
            "without", "from", "for", "you", "i", "and", "if", "not", "any", "need", "want", "get", "of", "after",
            "before", "long", "much");

    /** Short words of other languages that use the same letters; few of them are English, and none is common. */
    private static final Set<String> FOREIGN = Set.of(
            "der", "das", "und", "ist", "ich", "nicht", "ein", "eine", "wie", "wo", "kann", "mit", "auf", "zu", "le",
            "la", "les", "un", "une", "des", "est", "je", "que", "pour", "avec", "dans", "el", "los", "las", "por",
            "como", "puedo", "mi", "il", "che", "di", "per", "sono", "het", "een", "van", "voor", "och", "att", "jag",
            "hur", "nao", "meu", "os", "uma", "mein", "meine", "mijn", "ik", "kan", "det", "til");

    /** Longer ones tell a story, whose order of words proves nothing, and would take milliseconds to read. */
    private static final int LONGEST = 500;

    /** Questions whose reading is remembered: those of cached answers are compared with again and again. */
    private static final int REMEMBERED = 2_000;

    private final Lexicon lexicon = Lexicon.english();
    private final Cache<String, Optional<QuestionForm>> readings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** The reasons are asked in the order of {@link Verdict}. */
    public Verdict judge(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return Verdict.WORDS;
        }
        Optional<QuestionForm> first = readings.get(one, this::read);
        Optional<QuestionForm> second = readings.get(other, this::read);
        if (first.isEmpty() || second.isEmpty()) {
            return Verdict.LANGUAGE;
        }
        return compare(first.get(), second.get());
    }

    /** Nothing where the question is not English. */
    private Optional<QuestionForm> read(String question) {
        List<String> words = Words.of(question);
        if (!isEnglish(question, words)) {
            return Optional.empty();
        }
        String rewritten = lexicon.rewrite(" | " + String.join(" ", words) + " | ");
        return Optional.of(new QuestionReader(Arrays.asList(rewritten.strip().split(" +"))).read(lexicon));
    }

    private static Verdict compare(QuestionForm one, QuestionForm other) {
        if (!one.asked().equals(other.asked())) {
            return Verdict.ASKED;
        }
        if (pairs(one.numbers(), other.numbers(), QuestionForm.Number::means).isEmpty()
                && !(one.numbers().isEmpty() && other.numbers().isEmpty())) {
            return Verdict.NUMBERS;
        }
        if (one.deniedTerms().size() != other.deniedTerms().size()) {
            return Verdict.NEGATION;
        }
        if (differ(one.persons(), other.persons())
                || actInTurn(one.mentioned(), other.mentioned())
                || differ(one.possessors(), other.possessors())) {
            return Verdict.PERSON;
        }
        List<Integer> places = pairs(one.terms(), other.terms(), Term::means);
        if (places.isEmpty()) {
            return Verdict.WORDS;
        }
        return turnsRound(places) ? Verdict.ORDER : Verdict.SAME;
    }

    /** Both name somebody, and nobody is named by both. */
    private static boolean differ(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    /** Different persons act, or the same in another order. */
    private static boolean actInTurn(List<String> one, List<String> other) {
        boolean named = !one.isEmpty() && !other.isEmpty();
        return named && (Collections.disjoint(one, other) || (one.size() == other.size() && !one.equals(other)));
    }

    /** The place in the other list of each thing's counterpart; empty where one has none, or nothing is there. */
    private static <T> List<Integer> pairs(List<T> ones, List<T> others, BiPredicate<T, T> same) {
        List<Integer> places = new ArrayList<>();
        for (T one : ones) {
            int place = -1;
            for (int i = 0; i < others.size() && place < 0; i++) {
                place = !places.contains(i) && same.test(one, others.get(i)) ? i : -1;
            }
            if (place < 0) {
                return List.of();
            }
            places.add(place);
        }
        return ones.size() == others.size() ? places : List.of();
    }

    /** Three things in the opposite order: the seller pays the buyer, the buyer pays the seller. */
    private static boolean turnsRound(List<Integer> places) {
        for (int middle = 1; middle < places.size() - 1; middle++) {
            int place = places.get(middle);
            if (Collections.max(places.subList(0, middle)) > place
                    && Collections.min(places.subList(middle + 1, places.size())) < place) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnglish(String question, List<String> words) {
        boolean plain = question.chars().allMatch(c -> c < 128 || !Character.isLetter(c));
        return plain
                && words.stream().anyMatch(ENGLISH::contains)
                && words.stream().noneMatch(FOREIGN::contains);
    }
}
