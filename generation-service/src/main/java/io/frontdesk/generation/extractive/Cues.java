package io.frontdesk.generation.extractive;

import io.frontdesk.generation.text.Token;
import java.util.List;
import java.util.Set;

/** Whether a text holds the kind of thing that was asked for, told by its numbers, units and typical words. */
final class Cues {
    /** As far as a unit stands from its number in "30 to 45 calendar days". */
    private static final int REACH = 4;

    private static final int PHONE_DIGITS = 7;

    private static final Set<String> AT_ONCE =
            Set.of("immediately", "instantly", "lifetime", "overnight", "permanently", "indefinitely");
    private static final Set<String> FREE = Set.of("free", "gratis");
    private static final Set<String> BOUNDS =
            Set.of("until", "before", "after", "from", "between", "once", "by", "within", "soon");
    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "at",
            "on",
            "under",
            "to",
            "from",
            "near",
            "behind",
            "street",
            "road",
            "square",
            "lane",
            "address",
            "store",
            "stores",
            "shop",
            "shops",
            "account",
            "menu",
            "settings",
            "page",
            "app",
            "→",
            "desk",
            "warehouse",
            "box",
            "label",
            "underside",
            "side",
            "centre",
            "postcode");
    private static final Set<String> ACTION = Set.of(
            "→", ">", "open", "press", "select", "click", "choose", "enter", "hold", "tap", "call", "bring", "send",
            "sign", "switch", "turn", "connect", "plug", "remove", "go", "use", "pack", "show", "log", "visit", "write",
            "tell", "fill", "set", "place", "insert", "wait", "run", "back", "return", "report", "ask", "contact");
    private static final Set<String> CAUSE =
            Set.of("because", "since", "reason", "reasons", "therefore", "due", "protect", "so", "cause");

    private Cues() {}

    /** From 0, nothing of the kind, to 1, plainly. */
    static double strength(Asked asked, List<Token> tokens) {
        return switch (asked) {
            case DURATION -> holdsMeasure(tokens) || any(tokens, AT_ONCE) ? 1 : isDated(tokens) ? 0.5 : 0;
            case MONEY ->
                holdsPrice(tokens)
                        ? 1
                        : any(tokens, FREE) ? 0.9 : tokens.stream().anyMatch(Cues::isPercent) ? 0.6 : 0;
            case TIME -> isDated(tokens) ? 1 : holdsMeasure(tokens) ? 0.8 : any(tokens, BOUNDS) ? 0.5 : 0;
            case PLACE -> any(tokens, LOCATIVE) ? 1 : 0;
            case CONTACT -> isReachable(tokens) ? 1 : 0;
            case QUANTITY -> tokens.stream().anyMatch(Cues::isNumber) ? 1 : 0;
            case PROCEDURE -> any(tokens, ACTION) ? 1 : 0.5;
            case REASON -> any(tokens, CAUSE) ? 1 : 0.6;
            case ENUMERATION, STATEMENT -> 1;
        };
    }

    private static boolean holdsMeasure(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isNumber(tokens.get(i))
                    || tokens.get(i).lower().equals("same")
                    || tokens.get(i).lower().equals("next")) {
                int end = Math.min(tokens.size(), i + 1 + REACH);
                if (tokens.subList(i + 1, end).stream().anyMatch(token -> Units.isOfTime(token.lower()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsPrice(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (Units.isOfMoney(tokens.get(i).lower())) {
                boolean after = i + 1 < tokens.size() && tokens.get(i + 1).isNumber();
                boolean before = i > 0 && isNumber(tokens.get(i - 1));
                if (after || before) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A day, a month, or a time such as 18:00 and 9 am. */
    private static boolean isDated(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
            boolean clock = tokens.get(i).isNumber()
                    && (next.equals("am")
                            || next.equals("pm")
                            || (next.equals(":") && followedByNumber(tokens, i + 1)));
            if (clock || Units.isOfCalendar(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean followedByNumber(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && tokens.get(i + 1).isNumber();
    }

    private static boolean isReachable(List<Token> tokens) {
        int digits = 0;
        for (Token token : tokens) {
            if (token.lower().equals("@")) {
                return true;
            }
            digits = token.isNumber() ? digits + token.text().length() : 0;
            if (digits >= PHONE_DIGITS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(Token token) {
        return token.isNumber() || Units.isNumberWord(token.lower());
    }

    private static boolean isPercent(Token token) {
        return token.text().equals("%");
    }

    private static boolean any(List<Token> tokens, Set<String> words) {
        return tokens.stream().anyMatch(token -> words.contains(token.lower()));
    }
}
