package io.frontdesk.generation.pool;

import io.frontdesk.kit.resilience.TimelyCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.List;

/** A store whose calls have their time, and which is left alone for a second where it does not keep to it. */
final class TimelyPickStore implements PickStore {
    private static final TypeLiteral<Uni<Pick>> PICK = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<KeyStates>> STATES = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<Void>> DONE = new TypeLiteral<>() {};

    /** For what an operator asks for, which cannot be gone on without. */
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(2);

    private final PickStore store;
    private final TimelyCalls calls;

    TimelyPickStore(PickStore store, TimelyCalls calls) {
        this.store = store;
        this.calls = calls;
    }

    @Override
    public Uni<Pick> pick(PickRequest request) {
        return calls.call(PICK, () -> store.pick(request));
    }

    @Override
    public Uni<Void> end(End end) {
        return calls.call(DONE, () -> store.end(end));
    }

    @Override
    public Uni<Void> leave(String id) {
        return calls.call(DONE, () -> store.leave(id));
    }

    @Override
    public Uni<KeyStates> states(List<LlmKey> keys) {
        return calls.call(STATES, () -> store.states(keys));
    }

    @Override
    public Uni<Void> reset(String alias) {
        return store.reset(alias).ifNoItem().after(WRITE_PATIENCE).fail();
    }
}
