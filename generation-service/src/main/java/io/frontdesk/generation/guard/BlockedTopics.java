package io.frontdesk.generation.guard;

import io.frontdesk.generation.text.Terms;
import io.frontdesk.generation.text.Token;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Topics that a tenant does not want to be asked about. A topic is a word or a phrase; a question is about it that holds all of
 * its words, in whatever form and order.
 */
public final class BlockedTopics {
    /** A form of the word itself, or of its family: deliver, delivery. Synonyms would block what nobody named. */
    private static final double SAME_WORD = 0.9;

    private final List<Topic> topics;

    public BlockedTopics(List<String> topics) {
        this.topics = topics.stream().map(Topic::of).toList();
    }

    /** The topic that a question is about. */
    public Optional<String> in(String question) {
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        String plain = plain(question);
        Terms asked = Terms.of(plain);
        return topics.stream()
                .filter(topic -> topic.isIn(plain, asked))
                .map(Topic::written)
                .findFirst();
    }

    /** Letters as they look: full width, ligatures, and what is hidden between them. */
    private static String plain(String text) {
        return Normalizer.normalize(VisibleText.of(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private record Topic(String written, Terms terms, List<String> words) {
        static Topic of(String written) {
            String plain = plain(written);
            return new Topic(written, Terms.of(plain), words(plain));
        }

        boolean isIn(String question, Terms asked) {
            // Made of words that say nothing of their own, it must stand there as it is.
            return terms.isEmpty()
                    ? String.join(" ", words(question)).contains(String.join(" ", words))
                    : terms.stems().stream().allMatch(stem -> asked.hold(stem) >= SAME_WORD);
        }

        private static List<String> words(String text) {
            return Token.of(text).stream()
                    .filter(token -> token.kind() != Token.Kind.SYMBOL)
                    .map(Token::lower)
                    .toList();
        }
    }
}
