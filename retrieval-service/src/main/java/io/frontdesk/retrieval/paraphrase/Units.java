package io.frontdesk.retrieval.paraphrase;

import java.util.Map;

/** Units of measure, and what else follows numbers, in one spelling. */
final class Units {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("s", "second"),
            Map.entry("sec", "second"),
            Map.entry("secs", "second"),
            Map.entry("seconds", "second"),
            Map.entry("min", "minute"),
            Map.entry("mins", "minute"),
            Map.entry("minutes", "minute"),
            Map.entry("h", "hour"),
            Map.entry("hr", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("hours", "hour"),
            Map.entry("days", "day"),
            Map.entry("weeks", "week"),
            Map.entry("months", "month"),
            Map.entry("years", "year"),
            Map.entry("yr", "year"),
            Map.entry("yrs", "year"),
            Map.entry("kilo", "kg"),
            Map.entry("kilos", "kg"),
            Map.entry("kilogram", "kg"),
            Map.entry("kilograms", "kg"),
            Map.entry("gram", "gram"),
            Map.entry("grams", "gram"),
            Map.entry("lbs", "lb"),
            Map.entry("lb", "lb"),
            Map.entry("centimeters", "cm"),
            Map.entry("centimetres", "cm"),
            Map.entry("meters", "metre"),
            Map.entry("metres", "metre"),
            Map.entry("inches", "inch"),
            Map.entry("in", "in"),
            Map.entry("kg", "kg"),
            Map.entry("cm", "cm"),
            Map.entry("mm", "mm"),
            Map.entry("km", "km"),
            Map.entry("gb", "gb"),
            Map.entry("gigabytes", "gb"),
            Map.entry("gigabyte", "gb"),
            Map.entry("gigs", "gb"),
            Map.entry("mb", "mb"),
            Map.entry("megabytes", "mb"),
            Map.entry("tb", "tb"),
            Map.entry("terabytes", "tb"),
            Map.entry("terabyte", "tb"),
            Map.entry("ml", "ml"),
            Map.entry("dollars", "usd"),
            Map.entry("dollar", "usd"),
            Map.entry("bucks", "usd"),
            Map.entry("euros", "eur"),
            Map.entry("euro", "eur"),
            Map.entry("w", "watt"),
            Map.entry("watts", "watt"),
            Map.entry("mah", "mah"),
            Map.entry("mbps", "mbps"),
            Map.entry("hz", "hz"));

    private static final int NOON = 12;

    private Units() {}

    static boolean isOne(String unit) {
        return NAMES.containsKey(unit) && !unit.equals("in");
    }

    static String named(String unit) {
        return NAMES.getOrDefault(unit, unit);
    }

    /** 5 pm and 5:00 pm are 17:00. */
    static String timeOfDay(String clock, String half) {
        String[] parts = clock.split("[:.]");
        int hour = parts[0].length() > 2 ? 0 : Integer.parseInt(parts[0]) % NOON + (half.equals("pm") ? NOON : 0);
        return hour + ":" + (parts.length > 1 ? parts[1] : "00");
    }
}
