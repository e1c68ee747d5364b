package io.frontdesk.generation.log;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A store that a test can take away, as one replica sees it. */
final class FragileStore implements LogStore {
    private final LogStore store;
    private volatile boolean gone;

    FragileStore(LogStore store) {
        this.store = store;
    }

    void goAway() {
        gone = true;
    }

    void comeBack() {
        gone = false;
    }

    private <T> Uni<T> call(Supplier<Uni<T>> call) {
        return gone ? Uni.createFrom().failure(new IllegalStateException("gone")) : call.get();
    }

    @Override
    public Uni<Begun> begin(Beginning beginning) {
        return call(() -> store.begin(beginning));
    }

    @Override
    public Uni<Appended> append(Lease lease, List<LogEvent> events, Optional<String> findings) {
        return call(() -> store.append(lease, events, findings));
    }

    @Override
    public Uni<Appended> finish(Lease lease, List<LogEvent> events, Records records, boolean unlessWanted) {
        return call(() -> store.finish(lease, events, records, unlessWanted));
    }

    @Override
    public Uni<Optional<Found>> find(AnswerRef answer) {
        return call(() -> store.find(answer));
    }

    @Override
    public Uni<List<LogEvent>> read(AnswerRef answer, long after, int most) {
        return call(() -> store.read(answer, after, most));
    }

    @Override
    public Uni<Taken> take(AnswerRef answer, UUID token) {
        return call(() -> store.take(answer, token));
    }

    @Override
    public Uni<Void> want(AnswerRef answer, Duration time) {
        return call(() -> store.want(answer, time));
    }

    @Override
    public Uni<List<AnswerRef>> overdue(Duration since, int most) {
        return call(() -> store.overdue(since, most));
    }
}
