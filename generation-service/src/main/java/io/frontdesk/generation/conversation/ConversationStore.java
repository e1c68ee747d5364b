package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationView;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that was said, for as long as it is kept. */
interface ConversationStore {
    /** Keeps turns, each once; none in a conversation of another customer. */
    Uni<Void> keep(UUID tenant, List<KeptTurn> turns, Duration retention);

    /** The conversations before one, the newest first. */
    Uni<List<ConversationView>> list(UUID tenant, @Nullable String customer, @Nullable UUID before, int limit);

    /** With so many of its last turns at most. */
    Uni<Optional<ConversationDetail>> find(UUID tenant, UUID id, int turns);

    /** Of one customer, or of any where that is null; answers whether there was one. */
    Uni<Boolean> remove(UUID tenant, UUID id, @Nullable String customer);

    Uni<List<ConversationDetail>> ofCustomer(UUID tenant, String customer);

    /** Answers how many there were. */
    Uni<Integer> removeAll(UUID tenant, String customer);
}
