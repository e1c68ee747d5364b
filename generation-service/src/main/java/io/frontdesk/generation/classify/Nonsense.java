package io.frontdesk.generation.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What no document answers. What is merely foreign to a tenant's documents is found out by looking into them. */
final class Nonsense {
    private static final String ASKED =
            "^(?:please )?(?:can you |could you |will you |would you |i want you to |now )?(?:please )?";

    private static final Pattern ENTERTAINMENT = either(
            ASKED + "(?:tell|give|sing|say|know) (?:me |us )?(?:a |an |another |some |any |one )?(?:\\w+ )?"
                    + "(?:jokes?|stor(?:y|ies)|poems?|riddles?|fun facts?|fairy tales?|song)\\b(?! (?:of|behind|about) (?:your|the|this|my))",
            ASKED
                    + "(?:write|compose|make up|create|generate|draft|code) (?:me |us )?(?:a |an |some |the |my )?(?:\\w+ ){0,3}?"
                    + "(?:poem|song|story|essay|haiku|rap|lyrics|python|javascript|java|code|script|sql|homework|novel|limerick)\\b",
            "\\bmeaning of life\\b",
            "^(?:do you (?:love|like|hate|miss) (?:me|us)|will you marry me|are you single|i love you|i hate you)\\b",
            "^(?:lets|can we|shall we|i want to) play (?:a game|chess|hangman|tic tac toe)\\b");

    /** Orders to the machine, wherever they stand: a question that is in earnest can be put without them. */
    private static final Pattern ORDERS = either(
            "\\b(?:ignore|disregard|forget|override|bypass) (?:\\w+ ){0,2}?"
                    + "(?:all|any|your|every|previous|prior|above|earlier) (?:\\w+ ){0,2}?(?:instructions?|prompts?|rules|guidelines)\\b",
            "\\b(?:repeat|reveal|print|show|tell me|output|leak|what (?:is|are)|whats) (?:me )?"
                    + "(?:your (?:\\w+ ){0,2}?(?:system prompt|instructions|prompt)|the (?:system )?prompt)"
                    + "(?: (?:above|word for word|verbatim|to me))*$",
            "\\b(?:system prompt|developer mode|jailbreak|dan mode)\\b",
            "^(?:pretend|act as if|roleplay|role play|from now on you|you are now)\\b");

    private static final Pattern SUM =
            Pattern.compile("(?:what is|what's|whats|calculate|solve|how much is)?\\s*[\\d(][\\d\\s.,()]*"
                    + "(?:[-+*/x×÷^:]\\s*[\\d(][\\d\\s.,()]*)+\\s*[=?]*\\s*");

    private static final int LONGEST_SUM = 100;
    private static final Pattern DATE_OR_NUMBER = Pattern.compile("[\\d\\s./:-]*");
    private static final Pattern KEYS = Pattern.compile("(?:(?:asdf|qwer|zxcv|jkl|hjkl|fdsa|sdfg|dfgh|lkjh|yxcv)\\w*)");

    private Nonsense() {}

    /** Whether it is, as it was written and as it was read. */
    static boolean isOffTopic(String written, String said) {
        return ENTERTAINMENT.matcher(said).find()
                || ORDERS.matcher(said).find()
                || isSum(written.strip().toLowerCase(Locale.ROOT))
                || Arrays.stream(said.split(" "))
                        .allMatch(word -> KEYS.matcher(word).matches());
    }

    /** A date, a number of an order or of a telephone is none. */
    private static boolean isSum(String text) {
        return text.length() <= LONGEST_SUM
                && SUM.matcher(text).matches()
                && !DATE_OR_NUMBER.matcher(text).matches();
    }

    private static Pattern either(String... forms) {
        return Pattern.compile(String.join("|", forms));
    }
}
