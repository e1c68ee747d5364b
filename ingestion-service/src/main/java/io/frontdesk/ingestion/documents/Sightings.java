package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How far documents have come, with estimates of what is left. */
@ApplicationScoped
public class Sightings {
    private final ProgressStore progress;

    Sightings(ProgressStore progress) {
        this.progress = progress;
    }

    /** Those of the documents that the tenant has, or had; what waits, with no estimate. */
    public Uni<List<Sighting>> of(UUID tenantId, Collection<UUID> ids) {
        return progress.sightings(tenantId, ids)
                .map(found -> found.stream().map(Sightings::ofStage).toList());
    }

    /** As {@link #of}, with what can be said of documents that wait, which costs a look at the tenant's queue. */
    public Uni<List<Sighting>> withOutlook(UUID tenantId, Collection<UUID> ids) {
        return of(tenantId, ids).chain(found -> {
            List<UUID> waiting =
                    found.stream().filter(Sightings::waits).map(Sighting::id).toList();
            return waiting.isEmpty()
                    ? Uni.createFrom().item(found)
                    : progress.outlooks(tenantId, waiting).map(outlooks -> add(outlooks, found));
        });
    }

    /** As {@link #withOutlook}, of one document. */
    public Uni<Optional<Sighting>> withOutlook(UUID tenantId, UUID id) {
        return withOutlook(tenantId, List.of(id)).map(found -> found.stream().findFirst());
    }

    private static Sighting ofStage(Sighting seen) {
        return seen.state() == DocumentState.INDEXING ? seen.expected(Estimate.indexing(seen)) : seen;
    }

    private static List<Sighting> add(Map<UUID, Outlook> outlooks, List<Sighting> found) {
        return found.stream()
                .map(seen -> {
                    Outlook outlook = outlooks.get(seen.id());
                    return outlook == null ? seen : seen.expected(Estimate.waiting(outlook));
                })
                .toList();
    }

    private static boolean waits(Sighting seen) {
        return seen.state() == DocumentState.RECEIVED;
    }
}
