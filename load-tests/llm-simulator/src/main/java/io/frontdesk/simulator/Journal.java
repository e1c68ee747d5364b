package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.simulator.RecordedRequest.Outcome;
import io.frontdesk.simulator.wire.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What has been asked, and how it ended: the last requests whole, all of them in counts per key. */
final class Journal {
    private static final int KEPT_REQUESTS = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Map<Outcome, LongAdder>> counts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> faulty = new ConcurrentHashMap<>();
    private final Map<String, Busiest> busiest = new ConcurrentHashMap<>();

    Entry open(String key, String method, String path, Map<String, String> headers) {
        var entry = new Entry(key, method, path, headers);
        synchronized (entries) {
            if (entries.size() == KEPT_REQUESTS) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
        count(key, Outcome.RUNNING).increment();
        busiest.computeIfAbsent(key, none -> new Busiest()).came(System.nanoTime());
        return entry;
    }

    /** The last 1,000, oldest first. */
    List<RecordedRequest> requests() {
        synchronized (entries) {
            return entries.stream().map(Entry::snapshot).toList();
        }
    }

    /** Whether this key has asked this model no more often than {@code limit}, this time included. */
    boolean isAmongFirst(int limit, String key, String model) {
        return limit == Integer.MAX_VALUE
                || faulty.computeIfAbsent(key + " " + model, none -> new AtomicInteger())
                                .incrementAndGet()
                        <= limit;
    }

    /**
     * {@code {"keys": {"<key>": {"requests", "busiest_minute", "running", "completed", "refused", "faulted", "aborted"}}}}; the
     * busiest minute holds the most requests that came within any 60 seconds.
     */
    ObjectNode stats() {
        var stats = Json.object();
        var keys = stats.putObject("keys");
        for (var key : new TreeSet<>(counts.keySet())) {
            var node = keys.putObject(key);
            long requests = 0;
            for (var outcome : Outcome.values()) {
                long count = count(key, outcome).sum();
                node.put(outcome.name().toLowerCase(Locale.ROOT), count);
                requests += count;
            }
            node.put("requests", requests);
            node.put("busiest_minute", busiest.getOrDefault(key, new Busiest()).most());
        }
        return stats;
    }

    private LongAdder count(String key, Outcome outcome) {
        return counts.computeIfAbsent(key, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, none -> new LongAdder());
    }

    private static final class Busiest {
        private static final long MINUTE = 60_000_000_000L;

        private final Deque<Long> within = new ArrayDeque<>();
        private int most;

        private synchronized void came(long now) {
            within.addLast(now);
            while (now - within.getFirst() >= MINUTE) {
                within.removeFirst();
            }
            most = Math.max(most, within.size());
        }

        private synchronized int most() {
            return most;
        }
    }

    /** One request, until it ends. */
    final class Entry {
        private final String key;
        private final String method;
        private final String path;
        private final Map<String, String> headers;
        private volatile JsonNode body = NullNode.getInstance();
        private volatile Outcome outcome = Outcome.RUNNING;

        private Entry(String key, String method, String path, Map<String, String> headers) {
            this.key = key;
            this.method = method;
            this.path = path;
            this.headers = headers;
        }

        String key() {
            return key;
        }

        void body(JsonNode read) {
            body = read;
        }

        boolean isRunning() {
            return outcome == Outcome.RUNNING;
        }

        /** Only the first end counts: a client that hangs up after the last event has not aborted anything. */
        void end(Outcome end) {
            if (isRunning()) {
                outcome = end;
                count(key, Outcome.RUNNING).decrement();
                count(key, end).increment();
            }
        }

        private RecordedRequest snapshot() {
            return new RecordedRequest(key, method, path, headers, body, outcome);
        }
    }
}
