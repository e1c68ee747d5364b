package io.frontdesk.gateway.admission;

import io.frontdesk.gateway.admission.AdmissionStore.Gathering;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * This gateway among all: says again and again that it is there, and tells Redis what it knows where Redis has lost it, or could not
 * be told.
 */
final class Presence {
    /** Windows that Redis is told of at once, so that nobody waits long behind it. */
    private static final int BATCH = 200;

    private final AdmissionStore store;
    private final Memory memory;
    private volatile int gateways;
    private volatile boolean complete;
    private volatile boolean unheard;
    private String generation = "";

    Presence(AdmissionStore store, Memory memory, int assumed) {
        this.store = store;
        this.memory = memory;
        this.gateways = assumed;
    }

    /** How many gateways there are, this one included. */
    int gateways() {
        return gateways;
    }

    /** Whether Redis answers, and has been told all. */
    boolean isComplete() {
        return complete;
    }

    /** Whether it could not say last time that it is there: what it has let in since may not be known. */
    boolean isUnheard() {
        return unheard;
    }

    /** One word of it. Never twice at once. */
    Uni<Void> beat() {
        return store.present(unheard).chain(this::heard).onFailure().invoke(this::failed);
    }

    private void failed() {
        unheard = true;
        complete = false;
    }

    private Uni<Void> heard(Gathering gathering) {
        // One that finds Redis emptied is not alone there only because it comes first.
        gateways = gathering.complete() ? gathering.gateways() : Math.max(gateways, gathering.gateways());
        boolean isNew = !generation.equals(gathering.generation());
        return tell(isNew ? memory.worthTelling() : memory.owing()).invoke(() -> {
            generation = gathering.generation();
            complete = gathering.complete();
            unheard = false;
        });
    }

    private Uni<Void> tell(List<KnownWindow> windows) {
        List<List<KnownWindow>> batches = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += BATCH) {
            batches.add(windows.subList(from, Math.min(windows.size(), from + BATCH)));
        }
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(this::tellOf)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> tellOf(List<KnownWindow> windows) {
        long now = memory.now();
        List<Told> told = windows.stream()
                .map(window -> new Told(window.limit(), window.seen(now), window.takeOwed(now)))
                .toList();
        return store.putBack(told).onFailure().invoke(() -> {
            for (int i = 0; i < told.size(); i++) {
                windows.get(i).giveBack(told.get(i).owed());
            }
        });
    }
}
