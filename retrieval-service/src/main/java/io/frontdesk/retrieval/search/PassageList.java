package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passages as they are shown, of passages as they were found, best first. What says the same as a better one is left out. What
 * goes on where a better one of the same section was cut, or ends where that one begins, is joined to it: the better one keeps
 * its id and its place, and carries the text of both, with what is repeated at the cut once.
 */
final class PassageList {
    /** As much text as is read in one go, and as a prompt has room for. */
    private static final int LONGEST = 6_000;

    private final int wanted;
    private final List<Run> runs = new ArrayList<>();

    private PassageList(int wanted) {
        this.wanted = wanted;
    }

    static List<Passage> of(List<Passage> found, int wanted) {
        var list = new PassageList(wanted);
        for (Passage passage : found) {
            if (!list.take(passage)) {
                break;
            }
        }
        return list.runs.stream().map(Run::passage).toList();
    }

    /** Whether there was room for it. */
    private boolean take(Passage passage) {
        var wording = new Wording(passage.text());
        if (runs.stream().anyMatch(run -> run.says(passage, wording))) {
            return true;
        }
        for (int at = 0; at < runs.size(); at++) {
            Optional<Run> joined = runs.get(at).joined(passage);
            if (joined.isPresent()) {
                runs.set(at, joined.get());
                return true;
            }
        }
        return runs.size() < wanted && runs.add(Run.of(passage, wording));
    }

    /** The best passage of some that follow each other, and the text of all of them. */
    private record Run(Passage best, Wording wording, int first, int last, String text) {
        static Run of(Passage passage, Wording wording) {
            return new Run(passage, wording, passage.position(), passage.position(), passage.text());
        }

        boolean says(Passage other, Wording otherWording) {
            // What says the same is as near to the question.
            return Math.abs(best.similarity() - other.similarity()) < 0.03 && wording.saysTheSameAs(otherWording);
        }

        Optional<Run> joined(Passage other) {
            boolean sameSection = other.documentId().equals(best.documentId())
                    && other.headingPath().equals(best.headingPath());
            if (!sameSection || text.length() + other.text().length() > LONGEST) {
                return Optional.empty();
            }
            if (other.position() == last + 1) {
                return Cut.mended(text, other.text())
                        .map(both -> new Run(best, wording, first, other.position(), both));
            }
            if (other.position() == first - 1) {
                return Cut.mended(other.text(), text).map(both -> new Run(best, wording, other.position(), last, both));
            }
            return Optional.empty();
        }

        Passage passage() {
            return best.within(text);
        }
    }
}
