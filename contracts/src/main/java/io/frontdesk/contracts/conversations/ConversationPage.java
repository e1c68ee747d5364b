package io.frontdesk.contracts.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations, the newest first; {@code nextCursor} leads to the next page. */
public record ConversationPage(
        List<ConversationView> data, @Nullable String nextCursor) {
    public ConversationPage {
        data = List.copyOf(data);
    }
}
