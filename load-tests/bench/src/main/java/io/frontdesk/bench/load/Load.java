package io.frontdesk.bench.load;

/** How requests come. */
public sealed interface Load {
    /** At fixed times, this many a second. A request's latency counts from the time it was due (no coordinated omission). */
    record OpenLoop(double perSecond) implements Load {
        public OpenLoop {
            if (!(perSecond > 0) || perSecond > 100_000) {
                throw new IllegalArgumentException("rate must be above 0, at most 100,000 a second: " + perSecond);
            }
        }

        @Override
        public String toString() {
            return "open loop, %s/s".formatted(perSecond);
        }
    }

    /** Each of these connections asks again as soon as it has its reply. */
    record ClosedLoop(int connections) implements Load {
        public ClosedLoop {
            checkConnections(connections);
        }

        @Override
        public String toString() {
            return "closed loop, %d connections".formatted(connections);
        }
    }

    /** As {@link ClosedLoop}, by {@code wrk}: one unchanging request, as fast as it goes. */
    record Wrk(int connections) implements Load {
        public Wrk {
            checkConnections(connections);
        }

        @Override
        public String toString() {
            return "wrk, %d connections".formatted(connections);
        }
    }

    private static void checkConnections(int connections) {
        if (connections < 1 || connections > 1_000) {
            throw new IllegalArgumentException("connections must be 1 to 1,000: " + connections);
        }
    }
}
