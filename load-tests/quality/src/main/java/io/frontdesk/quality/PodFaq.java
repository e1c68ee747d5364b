package io.frontdesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FAQs in Perl's documentation format (perlpod): a question is a {@code =head2}, its answer what stands below it. */
final class PodFaq {
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*?(?=\\S| )");
    private static final Pattern ESCAPE = Pattern.compile("E<(\\w+)>");
    private static final Pattern UNSEEN = Pattern.compile("[XZ]<[^<>]*>");
    private static final Pattern NAMED_LINK = Pattern.compile("L<([^<>|]*)\\|[^<>]*>");
    private static final Pattern WIDE_CODE = Pattern.compile("[IBCFLS]<<+\\s(.*?)\\s>>+", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[IBCFLS]<([^<>]*)>");
    private static final Map<String, String> CHARACTERS =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "sol", "/", "verbar", "|");

    /** Stand for angle brackets of the text until those of the markup are gone. */
    private static final char LESS = '\uE000';

    private static final char GREATER = '\uE001';

    private PodFaq() {}

    static List<QuestionSet.Entry> read(String pod) {
        List<QuestionSet.Entry> entries = new ArrayList<>();
        String question = "";
        List<String> answer = new ArrayList<>();
        for (String paragraph : BLANK_LINES.split(pod + "\n\n=head1 END")) {
            String command = paragraph.startsWith("=") ? paragraph.split("\\s", 2)[0] : "";
            if (command.startsWith("=head")) {
                if (!question.isEmpty() && !answer.isEmpty()) {
                    entries.add(new QuestionSet.Entry(question, String.join("\n\n", answer)));
                }
                question = command.equals("=head2") ? oneLine(plain(rest(paragraph))) : "";
                answer.clear();
            } else if (command.equals("=item")) {
                answer.add(plain(rest(paragraph)));
            } else if (command.isEmpty() && !paragraph.isBlank()) {
                answer.add(paragraph.startsWith(" ") ? paragraph.stripTrailing() : plain(paragraph.strip()));
            }
        }
        return entries;
    }

    private static String rest(String paragraph) {
        String[] parts = paragraph.strip().split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Text without its formatting codes, innermost first. */
    private static String plain(String pod) {
        String text = ESCAPE.matcher(UNSEEN.matcher(pod).replaceAll(""))
                .replaceAll(escape ->
                        Matcher.quoteReplacement(kept(CHARACTERS.getOrDefault(escape.group(1), escape.group(1)))));
        String before;
        do {
            before = text;
            text = NAMED_LINK.matcher(text).replaceAll("$1");
            text = WIDE_CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement(kept(code.group(1))));
            text = CODE.matcher(text).replaceAll("$1");
        } while (!text.equals(before));
        return text.replace(LESS, '<').replace(GREATER, '>');
    }

    private static String kept(String text) {
        return text.replace('<', LESS).replace('>', GREATER);
    }
}
