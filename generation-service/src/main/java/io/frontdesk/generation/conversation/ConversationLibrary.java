package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationPage;
import io.frontdesk.contracts.conversations.ConversationView;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.paging.PageRequest;
import io.frontdesk.kit.paging.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as they are read and deleted. Whoever may not see all of the tenant sees the own ones. */
@ApplicationScoped
class ConversationLibrary {
    private static final int MOST_TURNS = 500;

    private final ConversationStore kept;
    private final HistoryStore recent;

    ConversationLibrary(ConversationStore kept, HistoryStore recent) {
        this.kept = kept;
        this.recent = recent;
    }

    /** The newest first; those of one customer where one is named. */
    Uni<ConversationPage> page(Caller caller, @Nullable String customer, int limit, @Nullable String cursor) {
        var asked = PageRequest.of(limit, cursor);
        String visible = visible(caller);
        if (visible != null && customer != null && !customer.equals(visible)) {
            return Uni.createFrom().item(new ConversationPage(List.of(), null));
        }
        return kept.list(caller.tenantId(), visible == null ? customer : visible, asked.last(), asked.toRead())
                .map(found -> page(Slice.of(found, limit, ConversationView::id)));
    }

    private static ConversationPage page(Slice<ConversationView> found) {
        return new ConversationPage(found.entries(), found.nextCursor());
    }

    /** Fails with {@link AnswerError.UnknownConversation} where the caller sees no such conversation. */
    Uni<ConversationDetail> find(Caller caller, UUID id) {
        String visible = visible(caller);
        return kept.find(caller.tenantId(), id, MOST_TURNS).map(found -> found.filter(conversation ->
                        visible == null || conversation.customerId().equals(visible))
                .orElseThrow(AnswerError.UnknownConversation::new));
    }

    /** Fails as {@link #find}. */
    Uni<Void> remove(Caller caller, UUID id) {
        return kept.remove(caller.tenantId(), id, visible(caller))
                .invoke(removed -> {
                    if (!removed) {
                        throw new AnswerError.UnknownConversation();
                    }
                })
                .chain(() -> recent.remove(caller.tenantId(), id));
    }

    /** Whose conversations a caller sees; null for all of the tenant. */
    private static @Nullable String visible(Caller caller) {
        return caller.scopes().contains(Scope.ANALYTICS) ? null : caller.subject();
    }
}
