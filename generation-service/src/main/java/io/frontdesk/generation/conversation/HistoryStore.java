package io.frontdesk.generation.conversation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What was said last. */
interface HistoryStore {
    /** Adds turns, each once, in the order of their ids; nothing to a conversation of another customer. */
    Uni<Void> add(ConversationRef conversation, List<Turn> turns);

    Uni<Void> remove(UUID tenant, UUID id);

    /** Removes all that a customer has; answers how many conversations that were. */
    Uni<Integer> removeAll(UUID tenant, String customer);
}
