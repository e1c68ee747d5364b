package io.frontdesk.generation.conversation;

import java.util.UUID;

/** A conversation of a tenant's customer, and its name on the state Redis. */
public record ConversationRef(UUID tenant, UUID id, String customer) {
    public String key() {
        return prefix(tenant) + id;
    }

    /** What the keys of all conversations of a tenant begin with. The braces keep what is one tenant's in one slot. */
    public static String prefix(UUID tenant) {
        return "generation:{" + tenant + "}:conversation:";
    }
}
