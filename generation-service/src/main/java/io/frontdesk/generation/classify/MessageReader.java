package io.frontdesk.generation.classify;

import io.frontdesk.generation.classify.Reading.SmallTalk;
import java.util.List;
import java.util.Optional;

/**
 * Reads messages. English first; of some other languages the courtesies are known, and everything else in them is a question, as
 * is everything of which nothing is known.
 */
public final class MessageReader {
    private final Phrases phrases = Phrases.load();

    public Reading read(String message) {
        List<Word> words = Word.of(message);
        if (words.isEmpty()) {
            return Emoji.isFriendly(message)
                    ? new SmallTalk(SmallTalk.Kind.ACKNOWLEDGEMENT, Phrases.ENGLISH)
                    : new Reading.OffTopic();
        }
        Optional<SmallTalk> smallTalk = phrases.nothingElse(words);
        if (smallTalk.isPresent()) {
            return smallTalk.get();
        }
        String said = Word.join(phrases.withoutCourtesies(words));
        if (Wishes.wantsHuman(said)) {
            return new Reading.WantsHuman();
        }
        if (Nonsense.isOffTopic(message, said)) {
            return new Reading.OffTopic();
        }
        if (Anger.isComplaint(said, message.indexOf('?') >= 0)) {
            return new Reading.Complaint();
        }
        return new Reading.Question();
    }
}
