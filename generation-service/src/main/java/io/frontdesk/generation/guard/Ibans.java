package io.frontdesk.generation.guard;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Account numbers of ISO 13616: how long they are by country, and their check digits (ISO 7064, mod 97-10). */
final class Ibans {
    /** SWIFT's IBAN registry, release 99. */
    private static final Map<String, Integer> LENGTHS = Pattern.compile("[A-Z]{2}\\d{2}")
            .matcher("AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18"
                    + "FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20"
                    + "LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24"
                    + "SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30")
            .results()
            .map(found -> found.group())
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

    private static final int CHECKED = 97;
    private static final int COUNTRY_AND_CHECK = 4;

    private Ibans() {}

    /** Where the account number ends that begins here; {@link PersonalData#NONE} where none does. */
    static int end(String text, int start) {
        Integer length = LENGTHS.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return PersonalData.NONE;
        }
        var number = new StringBuilder();
        int at = start;
        while (at < text.length() && number.length() < length) {
            char c = text.charAt(at);
            if (c != ' ' && c != '-') {
                number.append(Character.toUpperCase(c));
            }
            at++;
        }
        boolean whole =
                number.length() == length && (at == text.length() || !Character.isLetterOrDigit(text.charAt(at)));
        return whole && passes(number.toString()) ? at : PersonalData.NONE;
    }

    private static boolean passes(String number) {
        String moved = number.substring(COUNTRY_AND_CHECK) + number.substring(0, COUNTRY_AND_CHECK);
        int rest = 0;
        for (int i = 0; i < moved.length(); i++) {
            int value = Character.digit(moved.charAt(i), Character.MAX_RADIX);
            if (value < 0) {
                return false;
            }
            rest = (rest * (value > 9 ? 100 : 10) + value) % CHECKED;
        }
        return rest == 1;
    }
}
