package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationTurn;
import io.frontdesk.generation.conversation.HistoryStore.Found;
import io.frontdesk.generation.conversation.HistoryStore.Ref;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Conversations as questions meet them. */
@ApplicationScoped
public class Conversations {
    private static final Logger LOG = Logger.getLogger(Conversations.class);

    private final HistoryStore recent;
    private final ConversationStore kept;
    private final Retention retention;
    private final ConversationConfig config;

    Conversations(HistoryStore recent, ConversationStore kept, Retention retention, ConversationConfig config) {
        this.recent = recent;
        this.kept = kept;
        this.retention = retention;
        this.config = config;
    }

    /**
     * The conversation that a caller goes on with, or a new one.
     *
     * @return fails with {@link AnswerError.UnknownConversation} where the caller has no such conversation, and with {@link
     *     AnswerError.ConversationUnavailable} where that cannot be told
     */
    public Uni<Conversation> open(Caller caller, @Nullable UUID id) {
        return id == null ? begin(caller) : goOn(new Ref(caller.tenantId(), id, caller.subject()));
    }

    /** A new one begins even where it cannot be remembered. */
    private Uni<Conversation> begin(Caller caller) {
        var conversation = new Conversation(Ids.next(), List.of());
        return recent.open(new Ref(caller.tenantId(), conversation.id(), caller.subject()), true)
                .onFailure()
                .invoke(e -> LOG.warnf("Conversation %s is not remembered: %s", conversation.id(), e))
                .onFailure()
                .recoverWithNull()
                .replaceWith(conversation);
    }

    private Uni<Conversation> goOn(Ref of) {
        return recent.open(of, false)
                .onFailure()
                .invoke(e -> LOG.warnf("Conversation %s is not found in time: %s", of.id(), e))
                .onFailure()
                .recoverWithNull()
                .chain(found -> switch (found) {
                    case Found.Ours(List<Turn> turns) -> Uni.createFrom().item(new Conversation(of.id(), turns));
                    case Found.Anothers another -> Uni.createFrom().failure(new AnswerError.UnknownConversation());
                    case Found.Unknown unknown -> goOnLater(of, true);
                    case null -> goOnLater(of, false);
                });
    }

    /**
     * Goes on with what only PostgreSQL knows.
     *
     * @param told whether the state Redis was able to say that it does not know it
     */
    private Uni<Conversation> goOnLater(Ref of, boolean told) {
        return kept.find(of.tenant(), of.id(), config.recentTurns())
                .ifNoItem()
                .after(config.databaseTimeout())
                .fail()
                .onFailure()
                .transform(AnswerError.ConversationUnavailable::new)
                .map(found -> ofCustomer(found, of, told))
                .call(conversation ->
                        told ? remember(of, conversation) : Uni.createFrom().voidItem());
    }

    private Conversation ofCustomer(Optional<ConversationDetail> found, Ref of, boolean told) {
        if (found.isEmpty() && !told) {
            throw new AnswerError.ConversationUnavailable(null);
        }
        ConversationDetail conversation = found.filter(
                        known -> known.customerId().equals(of.customer()))
                .orElseThrow(AnswerError.UnknownConversation::new);
        return new Conversation(
                of.id(), conversation.turns().stream().map(Conversations::turn).toList());
    }

    private static Turn turn(ConversationTurn of) {
        return new Turn(
                of.answerId(),
                of.question(),
                of.standaloneQuestion(),
                of.answer(),
                of.outcome(),
                of.documentIds(),
                of.at());
    }

    private Uni<Void> remember(Ref of, Conversation conversation) {
        return add(of, conversation.turns());
    }

    /** Lets the next question of a conversation see a turn, as far as that can be done in time. Never fails. */
    public Uni<Void> add(UUID tenant, KeptTurn said) {
        return add(new Ref(tenant, said.conversation(), said.customer()), List.of(said.turn()));
    }

    private Uni<Void> add(Ref to, List<Turn> turns) {
        return recent.add(to, turns)
                .onFailure()
                .invoke(e -> LOG.warnf("The next question of conversation %s may not see this one: %s", to.id(), e))
                .onFailure()
                .recoverWithNull();
    }

    /** Keeps turns of conversations of a tenant, each once, wherever they were answered. */
    public Uni<Void> keep(UUID tenant, List<KeptTurn> turns) {
        if (turns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return retention
                .of(tenant)
                .chain(time -> kept.keep(tenant, turns, time))
                .call(() -> addAll(tenant, turns));
    }

    /** For those who went away before their answer had ended, and those who were told the answer of another. */
    private Uni<Void> addAll(UUID tenant, List<KeptTurn> turns) {
        Map<Ref, List<Turn>> of = turns.stream()
                .collect(Collectors.groupingBy(
                        said -> new Ref(tenant, said.conversation(), said.customer()),
                        Collectors.mapping(KeptTurn::turn, Collectors.toList())));
        return Multi.createFrom()
                .iterable(of.entrySet())
                .onItem()
                .transformToUniAndMerge(entry -> add(entry.getKey(), entry.getValue()))
                .onItem()
                .ignoreAsUni();
    }
}
