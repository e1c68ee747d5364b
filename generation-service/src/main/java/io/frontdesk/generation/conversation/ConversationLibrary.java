package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationPage;
import io.frontdesk.contracts.conversations.ConversationView;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as they are read and deleted. Whoever may not see all of the tenant sees the own ones. */
@ApplicationScoped
class ConversationLibrary {
    private static final int MOST = 200;
    private static final int MOST_TURNS = 500;

    private final ConversationStore kept;
    private final HistoryStore recent;

    ConversationLibrary(ConversationStore kept, HistoryStore recent) {
        this.kept = kept;
        this.recent = recent;
    }

    /** The newest first; those of one customer where one is named. */
    Uni<ConversationPage> page(Caller caller, @Nullable String customer, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidField("limit", "must be from 1 to %d, is %d".formatted(MOST, limit));
        }
        UUID before = cursor == null ? null : Cursor.parse(cursor).last();
        String visible = visible(caller);
        if (visible != null && customer != null && !customer.equals(visible)) {
            return Uni.createFrom().item(new ConversationPage(List.of(), null));
        }
        // One more than is shown tells whether there are more.
        return kept.list(caller.tenantId(), visible == null ? customer : visible, before, limit + 1)
                .map(found -> page(found, limit));
    }

    private static ConversationPage page(List<ConversationView> found, int limit) {
        List<ConversationView> shown = found.stream().limit(limit).toList();
        return new ConversationPage(
                shown, found.size() > limit ? new Cursor(shown.getLast().id()).toString() : null);
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
