package io.frontdesk.retrieval.answers.system;

import io.frontdesk.contracts.reuse.AnswersCleared;
import io.frontdesk.retrieval.answers.Clearing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Clears what may be given again, of all tenants one after the other. */
@ApplicationScoped
class ClearingOfAll {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 4;

    private final PgKnowingTenantStore tenants;
    private final Clearing clearing;

    ClearingOfAll(PgKnowingTenantStore tenants, Clearing clearing) {
        this.tenants = tenants;
        this.clearing = clearing;
    }

    /** As {@link Clearing#clear}, for every tenant. */
    Uni<AnswersCleared> clear() {
        return clear(BEFORE_ALL, 0).map(AnswersCleared::new);
    }

    private Uni<Long> clear(UUID after, long before) {
        return tenants.after(after)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().item(before)
                        : clear(page).chain(cleared -> clear(page.getLast(), before + cleared)));
    }

    private Uni<Long> clear(List<UUID> page) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUni(clearing::clear)
                .merge(AT_ONCE)
                .collect()
                .with(Collectors.summingLong(AnswersCleared::cleared));
    }
}
