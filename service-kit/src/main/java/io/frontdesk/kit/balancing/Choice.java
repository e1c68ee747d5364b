package io.frontdesk.kit.balancing;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** How one instance is chosen among several, none of which is known to fail. */
enum Choice {
    /**
     * The less busy of two that are picked at random (Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, 2001):
     * nearly as even as looking at all, and replicas that see the same do not all run to the same instance.
     */
    POWER_OF_TWO_CHOICES("power-of-two-choices") {
        @Override
        Tracked among(List<Tracked> instances, int turn) {
            var random = ThreadLocalRandom.current();
            int first = random.nextInt(instances.size());
            int second = (first + 1 + random.nextInt(instances.size() - 1)) % instances.size();
            return lessBusy(instances.get(first), instances.get(second));
        }
    },

    /** Each in its turn. */
    ROUND_ROBIN("round-robin") {
        @Override
        Tracked among(List<Tracked> instances, int turn) {
            return instances.get(Math.floorMod(turn, instances.size()));
        }
    },

    /** The least busy of all; among equals, each in its turn. */
    LEAST_REQUESTS("least-requests") {
        @Override
        Tracked among(List<Tracked> instances, int turn) {
            return IntStream.range(0, instances.size())
                    .mapToObj(n -> instances.get(Math.floorMod(turn + n, instances.size())))
                    .reduce(Choice::lessBusy)
                    .orElseThrow();
        }
    };

    private final String word;

    Choice(String word) {
        this.word = word;
    }

    static Choice of(String word) {
        for (Choice choice : values()) {
            if (choice.word.equals(word)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("no way to choose instances: " + word);
    }

    /**
     * One of them.
     *
     * @param instances at least two
     * @param turn counts up with every choice
     */
    abstract Tracked among(List<Tracked> instances, int turn);

    private static Tracked lessBusy(Tracked one, Tracked other) {
        return one.busy() <= other.busy() ? one : other;
    }
}
