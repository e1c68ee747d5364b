package io.frontdesk.generation.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A conversation as a question finds it.
 *
 * @param turns the last ones, in the order of their questions
 */
public record Conversation(UUID id, List<Turn> turns) {
    private static final Comparator<Turn> IN_ORDER =
            Comparator.comparing(turn -> turn.id().toString());

    /** One in which nothing was said yet. */
    public static Conversation begun(UUID id) {
        return new Conversation(id, List.of());
    }

    public Conversation {
        turns = turns.stream().sorted(IN_ORDER).toList();
    }
}
