package io.frontdesk.e2e.rolling;

import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends clients to gateways that are ready, as a Kubernetes Service or a proxy before them does: asks each again and again, and
 * believes the answer for a moment. It repeats nothing.
 */
final class Balancer implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration BELIEF = Duration.ofMillis(500);

    private final List<Gateway> gateways;
    private volatile boolean open = true;

    Balancer(Suite suite) {
        this.gateways = List.of(new Gateway(suite, 1), new Gateway(suite, 2));
        gateways.forEach(gateway -> Thread.ofVirtual().start(() -> watch(gateway)));
    }

    /** One that takes requests; waits where there is none. */
    String gateway() {
        while (open) {
            List<Gateway> ready = gateways.stream().filter(Gateway::isReady).toList();
            if (!ready.isEmpty()) {
                return ready.get(ThreadLocalRandom.current().nextInt(ready.size())).url;
            }
            pause();
        }
        throw new IllegalStateException("nobody is sent anywhere any more");
    }

    private void watch(Gateway gateway) {
        while (open) {
            gateway.look();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        open = false;
    }

    private static final class Gateway {
        private final Suite suite;
        private final Instance instance;
        private final String url;
        private volatile long readyUntil = System.nanoTime();

        Gateway(Suite suite, int number) {
            this.suite = suite;
            this.instance = new Instance(Service.GATEWAY, number);
            this.url = suite.gatewayUrl(number);
        }

        /** As it was when it was asked, not when it answered. */
        void look() {
            long asked = System.nanoTime();
            readyUntil = suite.isReady(instance) ? asked + BELIEF.toNanos() : asked;
        }

        boolean isReady() {
            return readyUntil - System.nanoTime() > 0;
        }
    }
}
