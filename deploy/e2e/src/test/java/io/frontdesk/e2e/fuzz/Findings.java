package io.frontdesk.e2e.fuzz;

import io.frontdesk.e2e.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was wrong, once for each operation and fault, with the first request that showed it. */
final class Findings {
    private static final int MOST_SHOWN = 500;

    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private int requests;

    private record Finding(String mutation, String curl, String answer, int times) {}

    void count() {
        requests++;
    }

    int requests() {
        return requests;
    }

    void add(Operation operation, String mutation, String fault, String curl, String answer) {
        found.merge(
                operation + " " + fault,
                new Finding(mutation, curl, answer, 1),
                (first, again) -> new Finding(first.mutation(), first.curl(), first.answer(), first.times() + 1));
    }

    /** An operation that nothing shows to succeed, so that what is tried of it shows less. */
    void note(Operation operation, String message) {
        notes.putIfAbsent(operation.toString(), message);
    }

    List<String> all() {
        List<String> all = new ArrayList<>(notes.values());
        found.forEach((fault, finding) -> all.add("%s%n  %d times, first with: %s%n  %s%n  %s"
                .formatted(fault, finding.times(), finding.mutation(), finding.curl(), shown(finding.answer()))));
        return all;
    }

    private static String shown(String answer) {
        return answer.length() <= MOST_SHOWN ? answer : answer.substring(0, MOST_SHOWN) + "...";
    }
}
