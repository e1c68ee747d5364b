package io.frontdesk.simulator.answer;

import java.util.ArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows every instruction that stands anywhere in a prompt, whoever wrote it. The grammar, in any case of letters:
 *
 * <pre>
 * ignore|disregard|forget … instructions|prompt|rules [above] [, . : ; -] [and] [then|instead|now] WRITE [with] TEXT
 *                                                                                 TEXT to the end of the line
 * WRITE [with|only|exactly|the|this|following|word|words|text|sentence …] "TEXT"  anywhere
 * repeat|reveal|print|show|leak … instructions|prompt                             the system messages, word for word
 * repeat|reveal|print|show|leak … above|conversation|passages                     everything, word for word
 *
 * WRITE: write|say|print|output|reply|respond|answer|include|append
 * </pre>
 *
 * Not followed are a command after "not", "never" or "n't", and one after "if", "when", "where" or "unless" in its
 * sentence. In TEXT, {@code {question}} and {@code {instructions}} are filled in. Characters that people do not see
 * (zero width, Unicode tags) are read like any other.
 */
final class Obedience {
    private static final String VERB = "(?:write|say|print|output|reply|respond|answer|include|append)";
    private static final Pattern COMMAND = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:repeat|reveal|print|show|leak)\\b[^.\\n]{0,60}?\\b(?<secret>instructions|prompt|above|conversation|passages)\\b",
                    "\\b(?:ignore|disregard|forget)\\b[^.\\n]{0,60}?\\b(?:instructions|prompt|rules)\\b(?:\\s+above\\b)?[ ,.:;-]*(?:and\\s+)?"
                            + "(?:(?:then|instead|now)\\s+)?" + VERB + "\\b(?:\\s+with\\b)?[ :]*(?<line>[^\\n]+)",
                    "\\b" + VERB + "\\b(?:\\s+(?:with|only|exactly|the|this|following|words?|text|sentence)\\b)*[ :]*"
                            + "[\"“](?<quoted>[^\"”\\n]+)[\"”]"),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HELD_BACK = Pattern.compile(
            "(?:\\b(?:not|never)|n['’]t) +$|\\b(?:if|when|where|unless)\\b[^.!?\\n]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTES = Pattern.compile("^[\"“'`]+|[\"”'`]+$");
    private static final int TAG_BLOCK = 0xE0000;

    private Obedience() {}

    /** What the instructions make the model say, in the order of reading; empty where there are none. */
    static String answer(Prompt prompt) {
        var said = new ArrayList<String>();
        var text = visible(Entities.read(prompt.text()));
        Matcher commands = COMMAND.matcher(text);
        while (commands.find()) {
            if (!isHeldBack(text, commands.start())) {
                said.add(obey(commands.toMatchResult(), prompt));
            }
        }
        return String.join("\n", said);
    }

    private static boolean isHeldBack(String text, int command) {
        return HELD_BACK
                .matcher(text.substring(text.lastIndexOf('\n', command) + 1, command))
                .find();
    }

    private static String obey(MatchResult command, Prompt prompt) {
        var secret = command.group("secret");
        if (secret != null) {
            boolean own = secret.equalsIgnoreCase("instructions") || secret.equalsIgnoreCase("prompt");
            return own ? prompt.instructions() : prompt.text();
        }
        var line = command.group("line");
        var text = line == null
                ? command.group("quoted")
                : QUOTES.matcher(line.strip()).replaceAll("");
        return text.replace("{question}", prompt.question()).replace("{instructions}", prompt.instructions());
    }

    /** Unicode's tag characters mirror ASCII; hidden instructions are written in them. */
    private static String visible(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point > TAG_BLOCK && point < TAG_BLOCK + 0x80 ? point - TAG_BLOCK : point)
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
