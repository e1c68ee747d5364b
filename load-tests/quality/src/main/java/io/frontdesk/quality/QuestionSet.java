package io.frontdesk.quality;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Entities;

/** Questions, each with the document that answers it and does not contain it. */
record QuestionSet(String name, List<Entry> entries) {
    QuestionSet {
        entries = List.copyOf(entries);
    }

    /** A question and the body of its answer. */
    record Entry(String question, String answer) {
        private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");

        /** Both as a page that a publisher would have: the question is its heading. */
        String page() {
            String body = BLANK_LINE
                    .splitAsStream(answer)
                    .map(block -> element(block.startsWith(" ") ? "pre" : "p", block))
                    .collect(Collectors.joining("\n"));
            return element("h1", question) + "\n" + body;
        }

        private static String element(String name, String text) {
            return "<%1$s>%2$s</%1$s>".formatted(name, Entities.escape(text));
        }
    }

    List<String> answers() {
        return entries.stream().map(Entry::answer).toList();
    }

    List<String> questions() {
        return entries.stream().map(Entry::question).toList();
    }

    /** So many of the questions, spread over all of them. */
    List<String> questions(int count) {
        int least = Math.min(count, entries.size());
        return IntStream.range(0, least)
                .mapToObj(i -> entries.get(i * entries.size() / least).question())
                .toList();
    }
}
