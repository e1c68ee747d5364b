package io.frontdesk.generation.conversation.followup;

import io.frontdesk.contracts.answers.AnswerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what follow-ups mean. First what is left out ("and for phones?", "how long?", "what if I lost it?"), then what words
 * stand for ("does it ship to Jersey?"). What they stand for is the subject of the latest question before that has one; what is
 * left out is taken from that question. Thread-safe.
 */
public final class FollowUps {
    private static final int FAR_ENOUGH = 4;

    /** Who says so many words says it all. */
    private static final int LONGEST = 60;

    /** After which the question before is meant, once more. */
    private static final Set<String> ONCE_MORE = Set.of(
            "tell me more",
            "more details",
            "can you explain",
            "can you explain that",
            "please explain",
            "explain",
            "explain that",
            "what do you mean",
            "i don't understand",
            "are you sure",
            "really",
            "is that all",
            "go on",
            "elaborate");

    private final Lexicon lexicon;
    private final Ellipsis ellipsis;
    private final Pronouns pronouns;

    private FollowUps(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.ellipsis = new Ellipsis(lexicon);
        this.pronouns = new Pronouns(lexicon);
    }

    public static FollowUps inEnglish() {
        return new FollowUps(Lexicon.load());
    }

    /** @param before the questions before, in words that stand alone, the latest first */
    public Meant meant(String question, List<String> before) {
        if (before.isEmpty() || Word.of(question).size() > LONGEST) {
            return new Meant(question, true);
        }
        Asked asked = asked(question);
        Optional<Sentence> base = before.stream()
                .limit(FAR_ENOUGH)
                .map(earlier -> Sentence.of(earlier, lexicon))
                .filter(earlier -> !earlier.phrases().isEmpty())
                .findFirst();
        Optional<String> meant = base.flatMap(sentence -> meant(asked, sentence));
        if (meant.isPresent() && meant.get().length() <= AnswerRequest.MAX_QUESTION_CHARS) {
            return new Meant(meant.get(), true);
        }
        return new Meant(question, meant.isEmpty() && !leavesOpen(asked));
    }

    private Optional<String> meant(Asked asked, Sentence base) {
        if (ONCE_MORE.contains(asked.rest().text().toLowerCase(Locale.ROOT))) {
            return Optional.of(finished(base.text()));
        }
        return ellipsis.filled(asked, base)
                .or(() -> pronouns.replaced(asked, base))
                .map(FollowUps::finished);
    }

    private boolean leavesOpen(Asked asked) {
        return ellipsis.leavesOut(asked) || pronouns.standsFor(asked);
    }

    /** What is asked, without the words that only lead over to it. */
    private Asked asked(String question) {
        List<Word> words = new ArrayList<>(Word.of(question));
        int start = 0;
        boolean connected = false;
        while (start < words.size() - 1
                && (lexicon.is("opener", words.get(start))
                        || (start > 0 && words.get(start).is(",", ".", "!")))) {
            connected |= words.get(start).is("and", "but", "so", "or", "also", "then");
            start++;
        }
        Sentence rest = Sentence.of(Word.join(words.subList(start, words.size())), lexicon);
        boolean several = rest.words().size() < words.size() - start - 1;
        return new Asked(rest, connected, question.strip().endsWith("?"), several);
    }

    private static String finished(String text) {
        return Sentence.capitalised(text) + "?";
    }
}
