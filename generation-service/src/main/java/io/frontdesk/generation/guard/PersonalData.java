package io.frontdesk.generation.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Kinds of personal data that can be told from their form. The order is that of trust in the form. */
public enum PersonalData {
    /** An address of RFC 5321, as people write it. */
    EMAIL("(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}_%+](?:[\\p{L}\\p{N}._%+'-]{0,62}[\\p{L}\\p{N}_%+-])?"
            + "@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}(?![\\p{L}\\p{N}])") {
        @Override
        boolean mayBeIn(String text) {
            return text.indexOf('@') >= 0;
        }

        @Override
        int end(String text, Matcher found) {
            return found.end();
        }
    },
    /** An account of ISO 13616: the country's length, and the check digits of ISO 7064 (mod 97-10). */
    IBAN("(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}") {
        @Override
        boolean mayBeIn(String text) {
            return IntStream.range(3, text.length())
                    .anyMatch(i -> isDigit(text.charAt(i))
                            && isDigit(text.charAt(i - 1))
                            && Character.isLetter(text.charAt(i - 2))
                            && Character.isLetter(text.charAt(i - 3)));
        }

        @Override
        int end(String text, Matcher found) {
            return Ibans.end(text, found.start());
        }
    },
    /** A payment card of ISO/IEC 7812: 13 to 19 digits with Luhn's check digit. */
    CARD("(?<![\\p{L}\\p{N}+])[2-6](?:[ -]?\\d){12,18}(?![ -]?\\d)") {
        @Override
        boolean mayBeIn(String text) {
            return digitsTogether(text) >= 13;
        }

        @Override
        int end(String text, Matcher found) {
            return passesLuhn(found.group()) && !Character.isLetter(after(text, found.end())) ? found.end() : NONE;
        }
    },
    /** A telephone number with its country (ITU-T E.123), or as it is dialled within one. */
    PHONE("(?<![\\p{L}\\p{N}+.,-])(?:(?:\\+|00 ?)[1-9]\\d{0,2}(?:[ ./-]?\\(?\\d{1,5}\\)?){2,6}"
            + "|\\(?0\\d{1,5}\\)?(?:[ ./-]{0,2}\\d{2,8}){1,5}"
            + "|\\(?[2-9]\\d{2}\\)?[ .-]\\d{3}[ .-]\\d{4})(?![\\p{L}\\p{N}])") {
        @Override
        boolean mayBeIn(String text) {
            return digitsTogether(text) >= 9;
        }

        @Override
        int end(String text, Matcher found) {
            long digits = found.group().chars().filter(Character::isDigit).count();
            return digits >= 9 && digits <= 15 ? found.end() : NONE;
        }
    };

    /** There is none here. */
    static final int NONE = -1;

    private static final int CHECK = 10;
    private static final String BETWEEN_DIGITS = " ()+-./";

    private final Pattern form;

    PersonalData(String form) {
        this.form = Pattern.compile(form);
    }

    /** Whether any kind stands in a text. */
    public static boolean isIn(String text) {
        return Stream.of(values()).anyMatch(kind -> !kind.in(text).isEmpty());
    }

    /** Where in a text a value stands. */
    record Place(PersonalData kind, int start, int end) {}

    /** All values of this kind, in their order. */
    List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        if (!mayBeIn(text)) {
            return places;
        }
        Matcher matcher = form.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int end = end(text, matcher);
            if (end != NONE) {
                places.add(new Place(this, matcher.start(), end));
            }
            // What has the form and fails the check may begin before what passes it.
            from = end == NONE ? matcher.start() + 1 : end;
        }
        return places;
    }

    /** A look that is quicker than the form: false where it is nowhere. Most texts have nothing like it. */
    abstract boolean mayBeIn(String text);

    /** Where the value ends that begins where the form was found; {@link #NONE} where the form deceives. */
    abstract int end(String text, Matcher found);

    /** The most digits that nothing parts but the marks that people write between them. */
    private static int digitsTogether(String text) {
        int most = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                most = Math.max(most, ++digits);
            } else if (BETWEEN_DIGITS.indexOf(c) < 0) {
                digits = 0;
            }
        }
        return most;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char after(String text, int end) {
        return end < text.length() ? text.charAt(end) : ' ';
    }

    private static boolean passesLuhn(String written) {
        int sum = 0;
        boolean doubled = false;
        for (int i = written.length() - 1; i >= 0; i--) {
            int digit = Character.digit(written.charAt(i), CHECK);
            if (digit >= 0) {
                int value = doubled ? 2 * digit : digit;
                sum += value > 9 ? value - 9 : value;
                doubled = !doubled;
            }
        }
        return sum % CHECK == 0;
    }
}
