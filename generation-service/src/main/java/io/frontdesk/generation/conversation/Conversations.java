package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationTurn;
import io.frontdesk.generation.failure.AnswerError;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Conversations as they are kept. */
@ApplicationScoped
public class Conversations {
    private static final Logger LOG = Logger.getLogger(Conversations.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int TIME_ORDERED = 7;

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
     * A conversation that only PostgreSQL knows; from now on the state Redis knows it too, as far as that can be done in time.
     *
     * @param told whether the state Redis was able to say that it does not know it
     * @return fails with {@link AnswerError.UnknownConversation} where the customer has no such conversation, and with {@link
     *     AnswerError.ConversationUnavailable} where that cannot be told
     */
    public Uni<Conversation> kept(ConversationRef of, boolean told) {
        return found(of)
                .onFailure()
                .transform(AnswerError.ConversationUnavailable::new)
                .map(found -> ofCustomer(found, of, told))
                .call(conversation -> add(of, conversation.turns()));
    }

    private Uni<Optional<ConversationDetail>> found(ConversationRef of) {
        return kept.find(of.tenant(), of.id(), config.recentTurns())
                .ifNoItem()
                .after(config.databaseTimeout())
                .fail()
                .chain(found -> found.isPresent() || !mayBeOnItsWay(of.id())
                        ? Uni.createFrom().item(found)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_AGAIN)
                                .chain(() -> found(of)));
    }

    /** What a gateway gives again begins a conversation, of which it tells a moment later. The id says when it was made (UUIDv7). */
    private boolean mayBeOnItsWay(UUID conversation) {
        long age = System.currentTimeMillis() - (conversation.getMostSignificantBits() >>> Short.SIZE);
        return conversation.version() == TIME_ORDERED
                && Math.abs(age) < config.toldWithin().toMillis();
    }

    private Conversation ofCustomer(Optional<ConversationDetail> found, ConversationRef of, boolean told) {
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

    /** Lets the next question of a conversation see a turn, as far as that can be done in time. Never fails. */
    public Uni<Void> add(UUID tenant, KeptTurn said) {
        return add(new ConversationRef(tenant, said.conversation(), said.customer()), List.of(said.turn()));
    }

    private Uni<Void> add(ConversationRef to, List<Turn> turns) {
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
        return retention.of(tenant).chain(time -> kept.keep(tenant, turns, time));
    }
}
