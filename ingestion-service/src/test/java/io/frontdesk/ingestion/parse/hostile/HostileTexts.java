package io.frontdesk.ingestion.parse.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Text formats that are endlessly long, wide or deep. */
final class HostileTexts {
    private static final int LARGE = 25 * 1000 * 1000;
    private static final String PARSED = "parsed";
    private static final String TOO_LARGE = "too_large";
    private static final String TIMEOUT = "timeout";
    private static final String CORRUPT = "corrupt";

    private HostileTexts() {}

    static List<HostileDocument> all(Path secret) {
        return List.of(
                text("a text of one line of 25 MB", "line.txt", () -> "word ".repeat(LARGE / 5), TOO_LARGE, TIMEOUT),
                text("a table of one line of 25 MB", "line.csv", () -> "cell,".repeat(LARGE / 5), TOO_LARGE, TIMEOUT),
                text(
                        "a cell of 25 MB that never ends",
                        "quote.csv",
                        () -> "a,b\n\"" + "text\n".repeat(LARGE / 5),
                        TOO_LARGE,
                        TIMEOUT,
                        CORRUPT),
                text(
                        "a table 16,384 columns wide",
                        "wide.csv",
                        () -> ("1,".repeat(16_383) + "1\n").repeat(700),
                        TOO_LARGE),
                text(
                        "a table of empty cells",
                        "empty.csv",
                        () -> (",".repeat(16_383) + "x\n").repeat(1000),
                        PARSED,
                        TOO_LARGE),
                text(
                        "HTML of 100,000 open tags",
                        "deep.html",
                        () -> "<html><body>" + "<div>".repeat(100_000) + "deep",
                        TOO_LARGE,
                        PARSED,
                        TIMEOUT),
                text(
                        "HTML of 100,000 tags within a list",
                        "list.html",
                        () -> "<ul><li>".repeat(50_000) + "deep",
                        TOO_LARGE,
                        PARSED,
                        TIMEOUT),
                text(
                        "HTML of a title that never ends",
                        "title.html",
                        () -> "<title>" + "x".repeat(5_000_000) + "</title><p>Hello",
                        PARSED,
                        TOO_LARGE),
                text(
                        "HTML of a million attributes",
                        "wide.html",
                        () -> "<p " + attributes() + ">Hello</p>",
                        PARSED,
                        TOO_LARGE,
                        TIMEOUT),
                text(
                        "Markdown of 50,000 quotes in quotes",
                        "deep.md",
                        () -> "> ".repeat(50_000) + "deep",
                        CORRUPT,
                        PARSED,
                        TIMEOUT),
                text(
                        "Markdown of 50,000 open brackets",
                        "open.md",
                        () -> "[".repeat(50_000) + "a](b".repeat(50_000),
                        PARSED,
                        CORRUPT,
                        TIMEOUT),
                text(
                        "Markdown that names a local file",
                        "include.md",
                        () -> "![x](%s) [y](%s)".formatted(secret.toUri(), secret.toUri()),
                        PARSED,
                        "no_text"),
                text(
                        "RTF of groups 100,000 deep",
                        "deep.rtf",
                        () -> "{\\rtf1 " + "{".repeat(100_000) + "deep" + "}".repeat(100_001),
                        "no_text",
                        PARSED,
                        CORRUPT,
                        TOO_LARGE,
                        TIMEOUT),
                text(
                        "RTF of a binary part of 2 GB",
                        "binary.rtf",
                        () -> "{\\rtf1 {\\*\\objdata \\bin2000000000 x}}",
                        PARSED,
                        "no_text",
                        CORRUPT,
                        TOO_LARGE),
                text("a mail of 10,000 parts", "parts.eml", () -> mailOfParts(10_000), TOO_LARGE),
                text("mails in mails, 1,000 deep", "nested.eml", () -> nestedMail(1000), TOO_LARGE, PARSED, CORRUPT),
                text(
                        "a mail of 10 MB of header",
                        "header.eml",
                        () -> "Subject: a\n" + "X-Long: x\n".repeat(1_000_000) + "\nHello",
                        PARSED,
                        TOO_LARGE,
                        CORRUPT,
                        TIMEOUT));
    }

    private static HostileDocument text(String name, String fileName, Supplier<String> text, String... verdicts) {
        return HostileDocument.of(name, fileName, () -> text.get().getBytes(StandardCharsets.UTF_8), verdicts);
    }

    private static String attributes() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            attributes.append('a').append(i).append("=1 ");
        }
        return attributes.toString();
    }

    private static String mailOfParts(int parts) {
        return "From: a@example.com\nTo: b@example.com\nSubject: Parts\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nHello.\n"
                        .repeat(parts)
                + "--b--\n";
    }

    private static String nestedMail(int levels) {
        return "From: a@example.com\nTo: b@example.com\nSubject: Nested\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
                        .repeat(levels)
                + "From: a@example.com\nSubject: Last\n\nHello.\n";
    }
}
