package io.frontdesk.generation.extractive;

import io.frontdesk.generation.text.Stems;
import io.frontdesk.generation.text.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kind of thing a question wants to hear; told from its function words, which the search terms leave out. */
enum Asked {
    /** How long, within how many days. */
    DURATION,
    /** How much does it cost. */
    MONEY,
    /** When, at what time, until when. */
    TIME,
    /** Where, at which address. */
    PLACE,
    /** Whom to call or write to. */
    CONTACT,
    /** How many, how heavy, how big. */
    QUANTITY,
    /** How do I. */
    PROCEDURE,
    /** Why. */
    REASON,
    /** Which ones: all of them are wanted. */
    ENUMERATION,
    /** What is, can I: anything that a sentence about the subject may answer. */
    STATEMENT;

    private static final Set<Asked> FACTS = EnumSet.of(DURATION, MONEY, TIME, PLACE, CONTACT, QUANTITY);

    private static final Set<String> SPEED = Set.of("long", "soon", "quickly", "fast", "quick");
    private static final Set<String> SIZE = Set.of(
            "heavy", "big", "large", "tall", "wide", "thick", "far", "old", "loud", "often", "deep", "bright", "high");
    private static final Set<String> PRICE =
            Set.of("cost", "costs", "price", "prices", "fee", "fees", "charge", "charges", "worth", "surcharge");
    private static final Set<String> PRICE_STEMS =
            PRICE.stream().map(Stems::of).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LINE = Set.of("phone", "telephone", "email", "e-mail", "mail", "fax");
    private static final Set<String> REACH = Set.of("hotline", "contact", "reach");
    private static final Set<String> DATES = Set.of("time", "times", "day", "days", "date", "dates");
    private static final Set<String> AMOUNTS = Set.of("discount", "percentage", "size", "weight", "age", "resolution");
    private static final Set<String> COUNTED_AS_MONEY =
            Set.of("is", "are", "does", "do", "did", "will", "would", "to", "for", "money", "of", "can");
    private static final Set<String> PLURAL = Set.of("are", "can", "things", "kinds", "sorts", "types");
    private static final Set<String> HOURS = Set.of("open", "opening", "hours", "close", "closed", "closing");

    static Asked by(List<Token> question) {
        List<String> words = question.stream()
                .filter(token -> token.kind() != Token.Kind.SYMBOL)
                .map(Token::lower)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            Asked asked = at(words, i);
            if (asked != null) {
                return asked;
            }
        }
        return words.stream().anyMatch(HOURS::contains) && words.contains("hours") ? TIME : STATEMENT;
    }

    private static @Nullable Asked at(List<String> words, int i) {
        String next = i + 1 < words.size() ? words.get(i + 1) : "";
        return switch (words.get(i)) {
            case "how", "how's" -> how(words, i, next);
            case "when" -> isQuestionWord(words, i) ? TIME : null;
            case "where", "where's" -> PLACE;
            case "why" -> REASON;
            case "who", "whom" -> asksForLine(words) ? CONTACT : STATEMENT;
            case "what", "what's", "whats", "which" -> what(words, i, next);
            default -> null;
        };
    }

    /** "When" also begins clauses: "can I get my money back when it breaks?" */
    private static boolean isQuestionWord(List<String> words, int i) {
        return i <= 1 || Set.of("until", "till", "by", "since", "and").contains(words.get(i - 1));
    }

    private static Asked how(List<String> words, int i, String next) {
        if (SPEED.contains(next)) {
            return DURATION;
        }
        String afterNext = i + 2 < words.size() ? words.get(i + 2) : "";
        return switch (next) {
            case "much" -> afterNext.isEmpty() || COUNTED_AS_MONEY.contains(afterNext) ? money(words) : QUANTITY;
            case "many" -> Units.isOfTime(afterNext) || Units.isOfTime(wordAt(words, i + 3)) ? DURATION : QUANTITY;
            default -> SIZE.contains(next) ? QUANTITY : PROCEDURE;
        };
    }

    private static Asked money(List<String> words) {
        return words.contains("weigh") ? QUANTITY : MONEY;
    }

    private static Asked what(List<String> words, int i, String next) {
        if (DATES.contains(next)) {
            return TIME;
        }
        List<String> rest = words.subList(i, words.size());
        if (next.equals("to") || (rest.contains("i") && rest.contains("do"))) {
            return PROCEDURE;
        }
        if (rest.stream().anyMatch(PRICE::contains)) {
            return MONEY;
        }
        if (asksForLine(rest)) {
            return CONTACT;
        }
        if (rest.contains("address")) {
            return PLACE;
        }
        if (AMOUNTS.contains(next)) {
            return QUANTITY;
        }
        if (rest.contains("hours")) {
            return TIME;
        }
        return words.get(i).equals("which") || PLURAL.contains(next) ? ENUMERATION : STATEMENT;
    }

    private static boolean asksForLine(List<String> words) {
        boolean number = words.contains("number") || words.contains("address");
        return words.stream().anyMatch(REACH::contains)
                || (number && words.stream().anyMatch(LINE::contains));
    }

    /** Whether few words answer it, which hold a number, a name or a place. */
    boolean isFact() {
        return FACTS.contains(this);
    }

    /** Words that only name the kind of answer: a price list says "£5", seldom "the price is £5". */
    Set<String> saidByKind() {
        return this == MONEY ? PRICE_STEMS : Set.of();
    }

    private static String wordAt(List<String> words, int i) {
        return i < words.size() ? words.get(i) : "";
    }
}
