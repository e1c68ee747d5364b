package io.frontdesk.generation.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a page may make a link of, in running text: with a scheme, without one, and by the look of a host. */
final class Urls {
    /** What ends a sentence or a bracket around a URL, and is none of it. */
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}'\"*_~|>]+$");

    private static final String SCHEME = "[a-zA-Z][a-zA-Z0-9+.-]{0,20}";

    /** Endings by which linkifiers know a host. */
    private static final String TOP =
            "(?:com|net|org|info|biz|io|co|ai|app|dev|me|tv|cc|ws|xyz|top|site|online|shop|store|club|link|click"
                    + "|live|icu|vip|work|win|bid|tk|ml|ga|cf|gq|ru|cn|uk|us|eu|de|fr|es|it|nl|pl|br|in|jp|kr|au|ca|ch|at|be|se|no|fi|dk|cz"
                    + "|edu|gov|mil|int|local|test|example|invalid|localhost|onion)";

    private static final Pattern URL = Pattern.compile(
            String.join(
                    "|",
                    SCHEME + ":[/\\\\]{1,}[^\\s<>\"`]*",
                    "(?:javascript|vbscript|data|mailto|file|blob|intent|ftp|view-source):[^\\s<>\"`]+",
                    "(?<![\\p{L}\\p{N}:/\\\\])[/\\\\]{2}[\\p{L}\\p{N}][^\\s<>\"`]*",
                    "(?<![\\p{L}\\p{N}])www\\.[^\\s<>\"`]+",
                    "(?<![\\p{L}\\p{N}.@-])(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}" + TOP
                            + "(?![\\p{L}\\p{N}-])(?::\\d{1,5})?(?:[/?#\\\\][^\\s<>\"`]*)?",
                    "(?<![\\p{L}\\p{N}.@-])(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}\\p{L}{2,24}(?::\\d{1,5})?/[^\\s<>\"`]*",
                    "(?<![\\p{L}\\p{N}.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?/[^\\s<>\"`]*",
                    "[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final String MARKS = ".:/\\@";

    private static final Pattern HOST =
            Pattern.compile("(?:" + SCHEME + ":)?[/\\\\]*(?:[^/\\\\?#@]*@)?(?<host>[^/\\\\?#:]+).*", Pattern.DOTALL);

    private Urls() {}

    static Matcher in(String text) {
        return URL.matcher(text);
    }

    /** The words of a text in which there may be one; none holds white space, and each has a mark before its end. */
    static Stream<String> words(String text) {
        return WHITE_SPACE.splitAsStream(text).filter(Urls::hasMark);
    }

    private static boolean hasMark(String word) {
        return IntStream.range(0, word.length() - 1).anyMatch(i -> MARKS.indexOf(word.charAt(i)) >= 0);
    }

    /** Without the marks of the sentence that it stands in. */
    static String trimmed(String url) {
        return TRAILING.matcher(url).replaceFirst("");
    }

    /** In lower case, and without {@code www.}; nothing where there is none, as in {@code javascript:}. */
    static Optional<String> host(String url) {
        Matcher parts = HOST.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group("host").toLowerCase(Locale.ROOT);
        return Optional.of(host.startsWith("www.") ? host.substring("www.".length()) : host);
    }
}
