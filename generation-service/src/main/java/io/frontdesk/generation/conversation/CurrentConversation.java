package io.frontdesk.generation.conversation;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The conversation to which a request belongs. */
@RequestScoped
public class CurrentConversation {
    private @Nullable Conversation conversation;

    void set(Conversation opened) {
        conversation = opened;
    }

    public Conversation get() {
        return Objects.requireNonNull(conversation, "the resource is not bound to a conversation");
    }
}
