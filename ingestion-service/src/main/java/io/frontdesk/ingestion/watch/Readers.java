package io.frontdesk.ingestion.watch;

import io.frontdesk.ingestion.documents.Sighting;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The readers of this replica, a bounded number. */
final class Readers {
    private final int most;
    private final int mostPerTenant;
    private final Map<UUID, Set<Reader>> byTenant = new HashMap<>();
    private int size;
    private boolean closed;

    Readers(int most, int mostPerTenant) {
        this.most = most;
        this.mostPerTenant = mostPerTenant;
    }

    /** Where readers are let go, so is this one. */
    synchronized void add(Reader reader) {
        requireRoom(reader.tenantId());
        if (closed) {
            reader.leave();
        }
        byTenant.computeIfAbsent(reader.tenantId(), any -> new HashSet<>()).add(reader);
        size++;
    }

    synchronized void requireRoom(UUID tenantId) {
        int ofTenant = byTenant.getOrDefault(tenantId, Set.of()).size();
        if (size >= most || ofTenant >= mostPerTenant) {
            throw new TooManyReaders();
        }
    }

    synchronized void remove(Reader reader) {
        Set<Reader> ofTenant = byTenant.getOrDefault(reader.tenantId(), Set.of());
        if (ofTenant.contains(reader)) {
            ofTenant.remove(reader);
            size--;
            if (ofTenant.isEmpty()) {
                byTenant.remove(reader.tenantId());
            }
        }
    }

    synchronized int size() {
        return size;
    }

    /** The documents of each tenant that anybody follows. */
    synchronized Map<UUID, Set<UUID>> followed() {
        return byTenant.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        readers -> readers.getValue().stream().map(Reader::id).collect(Collectors.toSet())));
    }

    /** Tells a tenant's readers what became of documents of theirs that were looked for. */
    void tell(UUID tenantId, Set<UUID> lookedFor, List<Sighting> seen, Instant now) {
        Map<UUID, Sighting> byId = seen.stream().collect(Collectors.toMap(Sighting::id, Function.identity()));
        for (Reader reader : of(tenantId)) {
            Sighting sighting = byId.get(reader.id());
            if (sighting != null) {
                reader.offer(sighting);
            } else if (lookedFor.contains(reader.id())) {
                reader.gone(now);
            }
        }
    }

    /** Lets all go, now and from now on. */
    void close() {
        Set<Reader> all;
        synchronized (this) {
            closed = true;
            all = byTenant.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        }
        all.forEach(Reader::leave);
    }

    private synchronized Set<Reader> of(UUID tenantId) {
        return Set.copyOf(byTenant.getOrDefault(tenantId, Set.of()));
    }
}
