package io.frontdesk.quality;

import java.util.List;

/** Questions, each with the document that answers it and does not contain it. */
record QuestionSet(String name, List<Entry> entries) {
    QuestionSet {
        entries = List.copyOf(entries);
    }

    /** A question and the body of its answer. */
    record Entry(String question, String answer) {}

    List<String> answers() {
        return entries.stream().map(Entry::answer).toList();
    }
}
