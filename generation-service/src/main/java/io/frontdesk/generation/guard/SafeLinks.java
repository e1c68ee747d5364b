package io.frontdesk.generation.guard;

import java.util.regex.Pattern;

/**
 * Takes out of a text in Markdown (CommonMark 0.31) what would fetch or lead elsewhere: all images, all HTML, and links but the
 * {@link KnownLinks}. The words of a link stay; of an image nothing does. A URL is found wherever it stands, so that one that
 * hides from the reading of Markdown is found as a word. Holds back a word, or a bracket until it is closed, to a limit.
 */
public final class SafeLinks implements TextFilter {
    /** Beyond it a bracket is none. */
    private static final int LONGEST = 2_000;

    private static final Pattern CITATION = Pattern.compile("[\\d, ]+");
    private static final Pattern AUTOLINK = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,31}:.*|[^\\s@]+@[^\\s@]+");
    private static final int MORE = -1;
    private static final int NO = -2;

    private final KnownLinks known;
    private final SafeWords words;
    private final StringBuilder held = new StringBuilder();
    private final ToldMarkdown told = new ToldMarkdown();
    private boolean inEndlessWord;

    public SafeLinks(KnownLinks known) {
        this.known = known;
        this.words = new SafeWords(known);
    }

    @Override
    public String feed(String delta) {
        held.append(delta);
        return settle(false);
    }

    @Override
    public String finish() {
        return settle(true);
    }

    private String settle(boolean end) {
        int at = 0;
        while (at < held.length()) {
            int next = step(at, end);
            if (next == MORE) {
                break;
            }
            at = next;
        }
        held.delete(0, at);
        return told.take();
    }

    /** Where to go on, or {@link #MORE} where it takes more text to say. */
    private int step(int at, boolean end) {
        char c = held.charAt(at);
        if (Character.isWhitespace(c)) {
            inEndlessWord = false;
            return tell(at, at + 1);
        }
        if (c == '<') {
            return tag(at, end);
        }
        if (c == '[') {
            return bracket(at, at, end);
        }
        if (c == '!') {
            if (at + 1 == held.length() && !end) {
                return MORE;
            }
            if (at + 1 < held.length() && held.charAt(at + 1) == '[') {
                return bracket(at, at + 1, end);
            }
        }
        return word(at, end);
    }

    /** {@code [text](url)}, {@code ![text](url)}, {@code ![text][name]}, {@code ![text]}; or just a bracket. */
    private int bracket(int start, int open, boolean end) {
        boolean image = start != open;
        int close = closing(open, '[', ']', end);
        if (close == MORE || (close != NO && close + 1 == held.length() && !end)) {
            return MORE;
        }
        if (close == NO) {
            return tell(start, open + 1);
        }
        String text = held.substring(open + 1, close);
        char next = close + 1 < held.length() ? held.charAt(close + 1) : ' ';
        if (next == '(') {
            return link(image, text, close + 1, end);
        }
        if (!image || CITATION.matcher(text).matches()) {
            return bare(start, open, close, next);
        }
        if (next != '[') {
            return drop(close + 1);
        }
        int named = closing(close + 1, '[', ']', end);
        return named == MORE ? MORE : drop(named == NO ? close + 1 : named + 1);
    }

    /** A bracket without a URL, which at the beginning of a line may be the definition of one: then no colon follows it. */
    private int bare(int start, int open, int close, char next) {
        if (next == ':' && told.isAtBeginningOfLine()) {
            told.append("[" + shown(held.substring(open + 1, close)) + "] ");
            return close + 1;
        }
        return tell(start, open + 1);
    }

    private int link(boolean image, String text, int open, boolean end) {
        int close = closing(open, '(', ')', end);
        if (close == MORE) {
            return MORE;
        }
        if (image) {
            return drop(close == NO ? open : close + 1);
        }
        String target = close == NO ? "" : held.substring(open + 1, close).strip();
        if (known.hold(target)) {
            told.append("[" + shown(text) + "](" + target + ")");
        } else {
            told.append(shown(text));
            told.dropped();
        }
        // A bracket that is not closed: its URL is met as a word.
        return close == NO ? open : close + 1;
    }

    /** The words of a link, which may hold an image or another link. */
    private String shown(String text) {
        return new SafeLinks(known).whole(text);
    }

    /** The bracket that closes this one within its paragraph; {@link #NO} where there is none. */
    private int closing(int open, char opening, char closing, boolean end) {
        int depth = 0;
        int limit = Math.min(held.length(), open + LONGEST);
        for (int i = open; i < limit; i++) {
            char c = held.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\n' && i + 1 < limit && held.charAt(i + 1) == '\n') {
                return NO;
            } else if (c == opening) {
                depth++;
            } else if (c == closing && --depth == 0) {
                return i;
            }
        }
        return end || limit == open + LONGEST ? NO : MORE;
    }

    /** {@code <url>}, a tag, a comment; or the sign for less. */
    private int tag(int at, boolean end) {
        int left = held.length() - at;
        char next = left > 1 ? held.charAt(at + 1) : ' ';
        if (!end && (left == 1 || (next == '!' && left < "<!--".length()))) {
            return MORE;
        }
        if (!Character.isLetter(next) && "/!?".indexOf(next) < 0) {
            return tell(at, at + 1);
        }
        String closing = held.indexOf("<!--", at) == at ? "-->" : ">";
        int close = held.indexOf(closing, at + 1);
        if (close < 0 && !end && left < LONGEST) {
            return MORE;
        }
        if (close < 0 || close + closing.length() - at > LONGEST) {
            // With a space after it, it opens nothing.
            told.append("< ");
            return at + 1;
        }
        String inside = held.substring(at + 1, close);
        if (AUTOLINK.matcher(inside).matches() && known.hold(inside)) {
            return tell(at, close + 1);
        }
        return HtmlTags.isNone(inside) ? tell(at, close + 1) : drop(close + closing.length());
    }

    private int word(int at, boolean end) {
        int to = at + 1;
        while (to < held.length() && to - at < LONGEST && !endsWord(to)) {
            to++;
        }
        boolean open = to == held.length() || (held.charAt(to) == '!' && to + 1 == held.length());
        if (open && !end && to - at < LONGEST) {
            return MORE;
        }
        if (to - at == LONGEST) {
            inEndlessWord = true;
        }
        String word = held.substring(at, to);
        String safe = inEndlessWord ? "" : words.safe(word);
        told.append(safe);
        if (!safe.equals(word)) {
            told.dropped();
        }
        return to;
    }

    private boolean endsWord(int at) {
        char c = held.charAt(at);
        return Character.isWhitespace(c)
                || c == '<'
                || c == '['
                || (c == '!' && at + 1 < held.length() && held.charAt(at + 1) == '[')
                || Character.isIdeographic(c)
                || Character.isIdeographic(held.charAt(at - 1));
    }

    private int tell(int from, int to) {
        told.append(held.substring(from, to));
        return to;
    }

    private int drop(int to) {
        told.dropped();
        return to;
    }
}
