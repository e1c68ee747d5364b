package io.frontdesk.generation.extractive;

import java.util.Set;

/** Names of units, months, days and currencies, by which a sentence shows that it names a time, a price or a measure. */
final class Units {
    private static final Set<String> OF_TIME = Set.of(
            "second", "seconds", "minute", "minutes", "min", "hour", "hours", "day", "days", "week", "weeks", "month",
            "months", "year", "years");
    private static final Set<String> OF_MONEY = Set.of(
            "euro", "euros", "eur", "dollar", "dollars", "usd", "pound", "pounds", "gbp", "pence", "cents", "chf",
            "francs");
    private static final Set<String> CALENDAR = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mondays",
            "tuesdays",
            "wednesdays",
            "thursdays",
            "fridays",
            "saturdays",
            "sundays",
            "weekdays",
            "weekends",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "daily",
            "tomorrow",
            "noon",
            "midnight");
    private static final Set<String> NUMBER_WORDS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "fourteen",
            "twenty",
            "thirty",
            "sixty",
            "ninety",
            "hundred",
            "half",
            "once",
            "twice");
    private static final String CURRENCY_SIGNS = "£€$¥";

    private Units() {}

    static boolean isOfTime(String lower) {
        return OF_TIME.contains(lower);
    }

    static boolean isOfMoney(String lower) {
        return OF_MONEY.contains(lower) || (lower.length() == 1 && CURRENCY_SIGNS.contains(lower));
    }

    static boolean isOfCalendar(String lower) {
        return CALENDAR.contains(lower);
    }

    static boolean isNumberWord(String lower) {
        return NUMBER_WORDS.contains(lower);
    }
}
