package io.frontdesk.generation.citations;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds {@code [n]} and {@code [n, m]} in a text that comes in deltas, wherever these are cut. Holds back what may yet
 * become a reference, which is never more than a few characters and the white space before it. Not thread-safe.
 */
final class ReferenceParser {
    private static final int LONGEST = 24;
    private static final int LONGEST_NUMBER = 4;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder space = new StringBuilder();
    private final StringBuilder bracket = new StringBuilder();
    private List<Piece> pieces = new ArrayList<>();

    /** What is certain after this much more text. */
    List<Piece> feed(String delta) {
        for (int i = 0; i < delta.length(); i++) {
            take(delta.charAt(i));
        }
        return certain();
    }

    /** The rest, when nothing more comes. */
    List<Piece> finish() {
        giveUpBracket();
        text.append(space);
        space.setLength(0);
        return certain();
    }

    private void take(char c) {
        if (bracket.isEmpty()) {
            takeOutside(c);
        } else if (c == ']') {
            closeBracket();
        } else if ((isDigit(c) || c == ',' || c == ' ') && bracket.length() < LONGEST) {
            bracket.append(c);
        } else {
            giveUpBracket();
            takeOutside(c);
        }
    }

    private void takeOutside(char c) {
        if (c == '[') {
            bracket.append(c);
        } else if (Character.isWhitespace(c)) {
            space.append(c);
        } else {
            text.append(space).append(c);
            space.setLength(0);
        }
    }

    private void closeBracket() {
        List<Integer> numbers = numbers(bracket.substring(1));
        if (numbers.isEmpty()) {
            giveUpBracket();
            takeOutside(']');
            return;
        }
        flushText();
        String before = space.toString();
        for (int n : numbers) {
            pieces.add(new Piece.Reference(before, n));
            before = "";
        }
        space.setLength(0);
        bracket.setLength(0);
    }

    /** It was ordinary text. */
    private void giveUpBracket() {
        if (!bracket.isEmpty()) {
            text.append(space).append(bracket);
            space.setLength(0);
            bracket.setLength(0);
        }
    }

    /** Empty where these are no numbers with commas between. */
    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String digits = part.strip();
            if (digits.isEmpty()
                    || digits.length() > LONGEST_NUMBER
                    || !digits.chars().allMatch(c -> isDigit((char) c))) {
                return List.of();
            }
            numbers.add(Integer.valueOf(digits));
        }
        return numbers;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private List<Piece> certain() {
        flushText();
        List<Piece> certain = pieces;
        pieces = new ArrayList<>();
        return certain;
    }

    private void flushText() {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text.toString()));
            text.setLength(0);
        }
    }
}
