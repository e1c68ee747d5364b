package io.frontdesk.generation.guard;

import io.frontdesk.contracts.search.Passage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Passages as a reader of the document sees them. What their writers hid from people speaks to models alone: characters that
 * nobody sees, comments, elements that are not shown, and what images say instead of a picture. With them go scripts, and the tags
 * that make links, images and forms, whoever would show them.
 */
public final class CleanPassages {
    /** As much of an element as is looked through for its end, so that many without one cost little. */
    private static final String SOMETHING = "[\\s\\S]{0,4000}?";

    private static final Pattern HIDDEN = Pattern.compile(
            String.join(
                    "|",
                    "<!--" + SOMETHING + "-->",
                    "<(?<never>script|style|template|noscript|iframe|object|svg|head|title)\\b[^>]{0,500}>" + SOMETHING
                            + "</\\k<never>\\s*>",
                    "<(?<styled>\\w{1,20})\\b[^>]{0,500}?(?:\\bhidden\\b|display\\s*:\\s*none|visibility\\s*:\\s*hidden"
                            + "|font-size\\s*:\\s*0|opacity\\s*:\\s*0(?![.\\d]*[1-9]))[^>]{0,500}>" + SOMETHING
                            + "</\\k<styled>\\s*>",
                    "</?(?:img|a|base|link|meta|form|embed)\\b[^>]{0,2000}>",
                    "<\\w{1,20}\\b[^>]{0,500}\\bon\\w{3,20}\\s*=[^>]{0,2000}>",
                    "(?:javascript|vbscript):[^\\s)>\"']*",
                    "!\\[[^\\]]{0,500}\\](?:\\([^)]{0,2000}\\)|\\[[^\\]]{0,200}\\])",
                    "data:[\\w/+.-]{0,60}(?:;[\\w=-]{1,40}){0,4},[\\w+/=%.-]*"),
            Pattern.CASE_INSENSITIVE);

    /** Of {@code javascript:}, {@code vbscript:} and {@code data:}. */
    private static final String LAST_OF_SCHEMES = "tTaA";

    private CleanPassages() {}

    public static List<Passage> of(List<Passage> passages) {
        return passages.stream().map(CleanPassages::clean).toList();
    }

    private static Passage clean(Passage passage) {
        return new Passage(
                passage.chunkId(),
                passage.documentId(),
                clean(passage.title()),
                passage.url(),
                clean(passage.text()),
                passage.headingPath().stream().map(CleanPassages::clean).toList(),
                passage.position(),
                passage.page(),
                passage.score(),
                passage.similarity(),
                passage.lexical());
    }

    private static String clean(String text) {
        String visible = VisibleText.of(text);
        return mayHide(visible) ? HIDDEN.matcher(visible).replaceAll("") : visible;
    }

    /** Whether there is a mark that each of these needs; plain text has none, and is looked at once. */
    private static boolean mayHide(String text) {
        return IntStream.range(0, text.length()).anyMatch(i -> switch (text.charAt(i)) {
            case '<' -> true;
            case '!' -> text.startsWith("[", i + 1);
            case ':' -> i > 0 && LAST_OF_SCHEMES.indexOf(text.charAt(i - 1)) >= 0;
            default -> false;
        });
    }
}
