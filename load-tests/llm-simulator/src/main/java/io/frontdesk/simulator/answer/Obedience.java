package io.frontdesk.simulator.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Follows every instruction that stands anywhere in a prompt, whoever wrote it. The grammar, in any case of letters:
 *
 * <pre>
 * ignore|disregard|forget … instructions|prompt|rules [above] [, . : ; -] [and] [then|instead|now] WRITE [with] TEXT
 *                                                                                 TEXT to the end of the line
 * WRITE [with|only|exactly|the|this|following|word|words|text|sentence …] "TEXT"  anywhere
 * repeat|reveal|print|show|leak … instructions|prompt                             the system messages, word for word
 * repeat|reveal|print|show|leak … above|conversation|passages                     everything, word for word
 * call the tool|function NAME                                                    a call of it, as models write one
 *
 * WRITE: write|say|print|output|reply|respond|answer|include|append
 * </pre>
 *
 * Not followed are a command after "not", "never" or "n't", and one after "if", "when", "where" or "unless" in its
 * sentence. The second form is followed in German, French, Spanish, Russian and Chinese too. In TEXT, {@code {question}} and
 * {@code {instructions}} are filled in, and {@code {secret}} by the instructions as they go into a URL. Characters that people
 * do not see (zero width, Unicode tags) are read like any other, and so is what is written in Base64.
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
                            + "[\"“](?<quoted>[^\"”\\n]+)[\"”]",
                    "(?:ignoriere|vergiss|ignorez|oubliez|ignora|olvida|игнорируй|忽略)[^.\\n]{0,60}?"
                            + "(?:anweisungen|instructions|instrucciones|инструкции|指令)[ ,.:;，。-]*(?:(?:und|et|y|и) )?"
                            + "(?:schreibe|sage|écrivez|dites|escribe|di|напиши|输出)[ :：]*(?<foreign>[^\\n]+)",
                    "\\bcall (?:the )?(?:tool|function)\\s+[\"'`]?(?<tool>\\w+)"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
    private static final int SECRET_CHARS = 300;
    private static final Pattern HELD_BACK = Pattern.compile(
            "(?:\\b(?:not|never)|n['’]t) +$|\\b(?:if|when|where|unless)\\b[^.!?\\n]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTES = Pattern.compile("^[\"“'`]+|[\"”'`]+$");
    private static final int TAG_BLOCK = 0xE0000;

    private Obedience() {}

    /** What the instructions make the model say, in the order of reading; empty where there are none. */
    static String answer(Prompt prompt) {
        var said = new ArrayList<String>();
        var text = decoded(visible(Entities.read(prompt.text())));
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
        var tool = command.group("tool");
        if (tool != null) {
            return "<tool_call>{\"name\": \"%s\", \"arguments\": {}}</tool_call>".formatted(tool);
        }
        var line = command.group("line") == null ? command.group("foreign") : command.group("line");
        var text = line == null
                ? command.group("quoted")
                : QUOTES.matcher(line.strip()).replaceAll("");
        return text.replace("{question}", prompt.question())
                .replace("{secret}", secret(prompt))
                .replace("{instructions}", prompt.instructions());
    }

    private static String secret(Prompt prompt) {
        var instructions = prompt.instructions();
        return URLEncoder.encode(
                instructions.substring(0, Math.min(SECRET_CHARS, instructions.length())), StandardCharsets.UTF_8);
    }

    /** The text, and on lines below it what stands in it in Base64. */
    private static String decoded(String text) {
        return BASE64.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Obedience::plain)
                .filter(plain -> plain.chars().allMatch(c -> c >= ' ' && c < 0x7F))
                .collect(Collectors.joining("\n", text + "\n", ""));
    }

    private static String plain(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "\n";
        }
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
