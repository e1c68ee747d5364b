package io.frontdesk.generation.guard;

import java.util.regex.Matcher;

/** Takes out of a word the URLs that are not {@link KnownLinks}, and out of one that no reader reads all but those that are. */
final class SafeWords {
    /** A longer word is none that a reader reads, such as text in Base64 (RFC 2045: lines of 76). */
    private static final int LONGEST_WORD = 60;

    private final KnownLinks known;

    SafeWords(KnownLinks known) {
        this.known = known;
    }

    /** Taking one URL out may make another of what stood around it. */
    String safe(String word) {
        String before = word;
        String after = withoutUrls(word);
        while (!after.equals(before)) {
            before = after;
            after = withoutUrls(before);
        }
        return after;
    }

    private String withoutUrls(String word) {
        Matcher urls = Urls.in(word);
        var rest = new StringBuilder();
        boolean blob = word.length() > LONGEST_WORD
                && word.chars().allMatch(c -> c < 0x7F)
                && word.chars().anyMatch(Character::isLetterOrDigit);
        int from = 0;
        while (urls.find(from)) {
            String url = Urls.trimmed(urls.group());
            rest.append(blob ? "" : word.substring(from, urls.start())).append(known.hold(url) ? url : "");
            from = urls.start() + Math.max(1, url.length());
        }
        return rest.append(blob ? "" : word.substring(from)).toString();
    }
}
