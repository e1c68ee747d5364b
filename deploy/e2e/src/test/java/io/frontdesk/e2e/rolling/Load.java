package io.frontdesk.e2e.rolling;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Clients that ask one thing after the other, until they are told to stop. */
final class Load {
    private static final Duration BREATH = Duration.ofMillis(200);

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean open = true;

    /** @param calls of each client, in turn; one begins where the one before it has its second */
    Load(HttpClient http, Balancer balancer, String key, int size, Function<Client, List<Client.Call>> calls) {
        for (int n = 0; n < size; n++) {
            var client = new Client(http, balancer, key);
            int first = n;
            clients.add(Thread.ofVirtual().start(() -> run(client, calls.apply(client), first)));
        }
    }

    private void run(Client client, List<Client.Call> calls, int first) {
        try {
            for (int n = first; open; n++) {
                outcomes.add(client.ask(calls.get(n % calls.size())));
                Thread.sleep(BREATH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int asked() {
        return outcomes.size();
    }

    /** Lets everybody end what was begun. */
    List<Outcome> end() throws InterruptedException {
        open = false;
        for (Thread client : clients) {
            client.join();
        }
        return List.copyOf(outcomes);
    }

    /** How many there were of each kind. */
    static Map<String, Integer> counts(List<Outcome> outcomes) {
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach(outcome -> counts.merge(outcome.what(), 1, Integer::sum));
        return counts;
    }

    /** The longest time that one took, failed ones included. */
    static Duration longest(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> Duration.ofNanos(outcome.ended() - outcome.began()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
