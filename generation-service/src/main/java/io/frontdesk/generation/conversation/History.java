package io.frontdesk.generation.conversation;

import io.frontdesk.generation.text.Sentences;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was said before, for whoever writes the next answer: the last turn whole, and of each one before it what was asked and
 * the first sentence of what was answered, from the latest on for as long as there is room.
 *
 * @param text lines of {@code Customer: …} and {@code Assistant: …}; empty where nothing was said
 */
public record History(String text) {
    public static final History NONE = new History("");

    /** A token of English has about four characters. */
    private static final int CHARS_OF_A_TOKEN = 4;

    /** @param tokens how many it has at most */
    static History of(List<Turn> turns, int tokens) {
        int room = tokens * CHARS_OF_A_TOKEN;
        Deque<String> said = new ArrayDeque<>();
        for (Turn turn : turns.reversed()) {
            String text = said.isEmpty() ? whole(turn, room) : said(turn.meant(), firstSentence(turn.answer()));
            if (text.length() > room) {
                break;
            }
            said.addFirst(text);
            room -= text.length() + 1;
        }
        return new History(String.join("\n", said));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    private static String whole(Turn turn, int room) {
        String text = said(turn.meant(), turn.answer().strip());
        return text.length() <= room ? text : said(turn.meant(), firstSentence(turn.answer()));
    }

    private static String said(String question, String answer) {
        return "Customer: " + question.strip() + "\nAssistant: " + answer;
    }

    private static String firstSentence(String answer) {
        return Sentences.of(answer).stream().findFirst().orElse("").strip();
    }
}
