package io.frontdesk.simulator.answer;

import io.frontdesk.simulator.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model is given to read. Passages are found in any message, in either of two forms:
 *
 * <pre>
 * &lt;passage n="1" title="…"&gt; text &lt;/passage&gt;    (also document, source; n, id, number or index)
 * [1] text, up to an empty line or the next [n] at the start of a line
 * </pre>
 *
 * The question is the {@code <question>} element of the last user message, or what follows its last {@code Question:},
 * or else that message without its passages. Entities are read as the characters that they stand for.
 */
public record Prompt(List<Message> messages) {
    private static final Pattern TAGGED = Pattern.compile(
            "<(passage|document|source)\\b[^>]*?\\b(?:n|id|number|index)=[\"']?(\\d{1,6})\\b[^>]*>(.*?)</\\1>",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED = Pattern.compile(
            "^[ \\t]*\\[(\\d{1,6})\\][ \\t]*(.*?)(?=^[ \\t]*\\[\\d{1,6}\\]|^[ \\t]*$|\\z)",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern QUESTION = Pattern.compile(
            "<question>(?<element>.*?)</question>|^[ \\t]*question:(?<line>.*?)(?=^[ \\t]*question:|\\z)",
            Pattern.DOTALL | Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    public Prompt {
        messages = List.copyOf(messages);
    }

    /** All passages in the order of reading. */
    List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        for (var message : messages) {
            var tagged = TAGGED.matcher(message.text());
            while (tagged.find()) {
                passages.add(new Passage(Integer.parseInt(tagged.group(2)), Entities.read(tagged.group(3))));
            }
            var bracketed = BRACKETED.matcher(TAGGED.matcher(message.text()).replaceAll(""));
            while (bracketed.find()) {
                passages.add(new Passage(Integer.parseInt(bracketed.group(1)), bracketed.group(2)));
            }
        }
        return passages;
    }

    String question() {
        var asked = messages.reversed().stream()
                .filter(Message::isUsers)
                .map(Message::text)
                .findFirst()
                .orElse("");
        var bare = BRACKETED.matcher(TAGGED.matcher(asked).replaceAll("")).replaceAll("");
        var question = bare;
        var marked = QUESTION.matcher(bare);
        while (marked.find()) {
            question = Objects.requireNonNullElseGet(marked.group("element"), () -> marked.group("line"));
        }
        return Entities.read(question).strip();
    }

    /** The text of the system and developer messages: what an attacker would like to read. */
    String instructions() {
        return messages.stream()
                .filter(Message::isInstruction)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    /** Everything, in the order of reading. */
    String text() {
        return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    /** As a provider counts: the tokens of every message, and three around each. */
    public int tokens() {
        return messages.stream()
                .mapToInt(message -> Tokens.count(message.text()) + 3)
                .sum();
    }
}
