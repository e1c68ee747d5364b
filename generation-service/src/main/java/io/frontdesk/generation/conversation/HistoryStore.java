package io.frontdesk.generation.conversation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What was said last. */
interface HistoryStore {
    /** What a conversation is to one who asks. */
    sealed interface Found {
        record Ours(List<Turn> turns) implements Found {}

        record Anothers() implements Found {}

        record Unknown() implements Found {}
    }

    /** A conversation in its tenant, as a customer's. */
    record Ref(UUID tenant, UUID id, String customer) {}

    /** Opens a known conversation, or begins a new one. */
    Uni<Found> open(Ref conversation, boolean begin);

    /** Adds turns, each once, in the order of their ids; nothing to a conversation of another customer. */
    Uni<Void> add(Ref conversation, List<Turn> turns);

    Uni<Void> remove(UUID tenant, UUID id);

    /** Removes all that a customer has; answers how many conversations that were. */
    Uni<Integer> removeAll(UUID tenant, String customer);
}
