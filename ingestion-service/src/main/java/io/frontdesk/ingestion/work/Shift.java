package io.frontdesk.ingestion.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What this replica works on; it can be broken off, all of it at once, when the replica stops. */
@ApplicationScoped
class Shift {
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    /** The work, which fails with {@link ShiftOver} where it is broken off. */
    Uni<Void> during(Uni<Void> work) {
        return Uni.createFrom().deferred(() -> {
            var end = new CompletableFuture<Void>();
            underWay.add(end);
            if (over.get()) {
                end.completeExceptionally(new ShiftOver());
            }
            return Uni.join()
                    .first(work, Uni.createFrom().completionStage(end))
                    .toTerminate()
                    .onTermination()
                    .invoke(() -> underWay.remove(end));
        });
    }

    /** How many documents are worked on. */
    int documents() {
        return underWay.size();
    }

    /** Breaks off what is under way, and all that still begins. */
    void end() {
        over.set(true);
        underWay.forEach(work -> work.completeExceptionally(new ShiftOver()));
    }
}
