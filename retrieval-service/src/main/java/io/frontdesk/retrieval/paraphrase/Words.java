package io.frontdesk.retrieval.paraphrase;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a question in one spelling: small letters, contractions written out, numbers in digits, units named. */
final class Words {
    /** Where a clause ends. */
    static final String STOP = "|";

    private static final Map<String, String> CONTRACTIONS = Map.ofEntries(
            Map.entry("can't", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("cant", "can not"),
            Map.entry("won't", "will not"),
            Map.entry("wont", "will not"),
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("isnt", "is not"),
            Map.entry("whats", "what is"),
            Map.entry("wheres", "where is"),
            Map.entry("hows", "how is"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"),
            Map.entry("u", "you"),
            Map.entry("ur", "your"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"),
            Map.entry("e-mail", "email"),
            Map.entry("wi-fi", "wifi"),
            Map.entry("p.m.", "pm"),
            Map.entry("a.m.", "am"),
            Map.entry("it's", "it is"),
            Map.entry("that's", "that is"),
            Map.entry("what's", "what is"),
            Map.entry("where's", "where is"),
            Map.entry("how's", "how is"),
            Map.entry("when's", "when is"),
            Map.entry("who's", "who is"),
            Map.entry("there's", "there is"),
            Map.entry("let's", "let us"));

    private static final Map<String, Integer> SMALL =
            numbers("zero one two three four five six seven eight nine ten eleven "
                    + "twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private static final Set<String> TIME_UNITS = Set.of("second", "minute", "hour", "day", "week", "month", "year");

    /** A capital inside a sentence tells a name from a word that says nothing. */
    private static final Map<Pattern, String> NAMES = Map.of(
            Pattern.compile("\\b(?:U\\.S\\.A?\\.?|USA|US)(?!\\w)"), " usa ",
            Pattern.compile("\\bU\\.K\\.?(?!\\w)"), " uk ",
            Pattern.compile("(?<=[a-z,] )May\\b|(?<=\\d )May\\b|\\bMay(?= \\d)"), " monthmay ",
            Pattern.compile("(?<=[a-z] )IT\\b"), " informationtechnology ",
            Pattern.compile("(?<=[a-z] )(Will|Can|Who|It|Have|Do|Get)\\b"), " name$1 ");

    private static final Pattern TOKEN = Pattern.compile(
            "[a-z0-9]+(?:['.-][a-z0-9]+)*\\.?(?<=[ap]\\.m\\.)|[a-z0-9]+(?:['.:-][a-z0-9]+)*\\+*|[?!.,;:()]");

    private Words() {}

    static List<String> of(String question) {
        String text = Normalizer.normalize(question, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'');
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
        if (!shouted) {
            for (var name : NAMES.entrySet()) {
                text = name.getKey().matcher(text).replaceAll(name.getValue());
            }
        }
        text = text.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d),(?=\\d{3}(\\D|$))", "")
                .replaceAll("\\$\\s?(\\d[\\d.]*)", "$1 usd ")
                .replaceAll("\u00a3\\s?(\\d[\\d.]*)", "$1 gbp ")
                .replaceAll("\u20ac\\s?(\\d[\\d.]*)", "$1 eur ")
                .replace("%", " percent ")
                .replace("$", " usd ")
                .replace("\u00a3", " gbp ")
                .replace("\u20ac", " eur ")
                .replace("&", " and ")
                .replaceAll("(?<=\\d)\\.00(?=\\s)", "");
        List<String> words = new ArrayList<>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            spell(tokens.group(), words);
        }
        return units(counted(words));
    }

    private static void spell(String token, List<String> words) {
        if (token.matches("[?!.,;:()]")) {
            words.add(STOP);
        } else if (CONTRACTIONS.containsKey(token)) {
            words.addAll(List.of(CONTRACTIONS.get(token).split(" ")));
        } else if (token.contains("'")) {
            apostrophe(token, words);
        } else if (token.matches("[a-z]{1,3}-\\d+[a-z]*")) {
            words.add(token.replace("-", ""));
        } else if (token.contains("-") && !token.matches("[\\d-]+")) {
            Arrays.stream(token.split("-")).forEach(part -> spell(part, words));
        } else if (token.matches("\\d+(\\.\\d+)?[a-z]+")) {
            glued(token, words);
        } else {
            words.add(token);
        }
    }

    private static void apostrophe(String token, List<String> words) {
        int at = token.indexOf('\'');
        String before = token.substring(0, at);
        switch (token.substring(at + 1)) {
            case "t" -> words.addAll(List.of(before.endsWith("n") ? before.substring(0, at - 1) : before, "not"));
            case "re" -> words.addAll(List.of(before, "are"));
            case "m" -> words.addAll(List.of(before, "am"));
            case "ve" -> words.addAll(List.of(before, "have"));
            case "ll" -> words.addAll(List.of(before, "will"));
            case "d" -> words.addAll(List.of(before, "would"));
            default -> words.add(before);
        }
    }

    /** 30gb and 5pm are a number and a unit; 5g and 14s are names of something. */
    private static void glued(String token, List<String> words) {
        String number = token.replaceFirst("[a-z]+$", "");
        String unit = token.substring(number.length());
        if (Units.isOne(unit) || Set.of("am", "pm").contains(unit)) {
            words.addAll(List.of(number, unit));
        } else {
            words.add(token);
        }
    }

    /** With numbers in digits: twenty four, two hundred, a week. */
    private static List<String> counted(List<String> words) {
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (TENS.containsKey(word)) {
                boolean joined = SMALL.getOrDefault(next, 0) > 0 && SMALL.get(next) < 10;
                counted.add(Integer.toString(TENS.get(word) + (joined ? SMALL.get(next) : 0)));
                i += joined ? 1 : 0;
            } else if (word.equals("one")) {
                counted.add(isPronoun(words, i) ? "one" : "1");
            } else if (SMALL.containsKey(word)) {
                counted.add(Integer.toString(SMALL.get(word)));
            } else if (word.matches("an?")
                    && (Inflections.of(next).stream().anyMatch(TIME_UNITS::contains)
                            || next.matches("hundred|thousand"))) {
                counted.add("1");
            } else if (word.matches("hundred|thousand")
                    && !counted.isEmpty()
                    && counted.getLast().matches("\\d{1,3}")) {
                long times = word.equals("hundred") ? 100 : 1000;
                counted.add(Long.toString(Long.parseLong(counted.removeLast()) * times));
            } else {
                counted.add(word);
            }
        }
        return counted;
    }

    private static boolean isPronoun(List<String> words, int i) {
        return i > 0
                && Set.of("this", "that", "which", "the", "new", "another", "other", "wrong", "right", "old")
                        .contains(words.get(i - 1));
    }

    /** With units and times of day in one spelling. */
    private static List<String> units(List<String> words) {
        List<String> spelled = new ArrayList<>();
        for (String word : words) {
            boolean afterNumber = !spelled.isEmpty() && spelled.getLast().matches("\\d+([.:]\\d+)?");
            if (afterNumber && word.matches("am|pm")) {
                spelled.add(Units.timeOfDay(spelled.removeLast(), word));
            } else if (afterNumber) {
                spelled.add(Units.named(word));
            } else {
                spelled.add(word);
            }
        }
        return spelled;
    }

    private static Map<String, Integer> numbers(String names) {
        List<String> inOrder = List.of(names.split(" "));
        return inOrder.stream().collect(java.util.stream.Collectors.toUnmodifiableMap(n -> n, inOrder::indexOf));
    }
}
