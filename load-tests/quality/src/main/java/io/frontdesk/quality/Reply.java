package io.frontdesk.quality;

import java.util.List;

/**
 * What was answered to a question.
 *
 * @param cited the set's entries whose documents it cites, in the order of the citations; none where it was refused
 */
record Reply(List<Integer> cited, double confidence) {
    Reply {
        cited = List.copyOf(cited);
    }

    boolean isAnswer() {
        return !cited.isEmpty();
    }
}
