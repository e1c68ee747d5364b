package io.frontdesk.bench;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.load.Load;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param command a scenario, or {@code memory}
 * @param rate requests a second, in an open loop; 0 where the scenario decides
 * @param connections in a closed loop; 0 where the scenario decides
 */
record Options(String command, Rounds rounds, int rate, int connections) {
    static final String USAGE = """
            usage: SCENARIO [--rounds 5] [--seconds 8] [--warm-up 10] [--rate N | --connections N]
                   overload [--rounds 5] [--seconds 8] [--warm-up 10]
                   recovery [--warm-up 10] [--rate 1700]
                   ingestion [--rounds 5]
                   memory""";

    private static final Set<String> NAMES = Set.of("--rounds", "--seconds", "--warm-up", "--rate", "--connections");

    static Options parse(String... arguments) {
        if (arguments.length % 2 == 0) {
            throw new Failure(USAGE);
        }
        var given = new HashMap<String, Integer>();
        for (int i = 1; i < arguments.length; i += 2) {
            given.put(arguments[i], number(arguments[i], arguments[i + 1]));
        }
        if (!NAMES.containsAll(given.keySet())) {
            throw new Failure(USAGE);
        }
        var rounds = new Rounds(
                given.getOrDefault("--rounds", 5),
                Duration.ofSeconds(given.getOrDefault("--warm-up", 10)),
                Duration.ofSeconds(given.getOrDefault("--seconds", 8)));
        return new Options(
                arguments[0], rounds, given.getOrDefault("--rate", 0), given.getOrDefault("--connections", 0));
    }

    /** The load that was asked for, or else {@code usual}. */
    Load loadOr(Load usual) {
        if (rate > 0) {
            return new Load.OpenLoop(rate);
        }
        if (connections == 0) {
            return usual;
        }
        return usual instanceof Load.Wrk ? new Load.Wrk(connections) : new Load.ClosedLoop(connections);
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException none) {
            throw new Failure("%s takes a number, not %s%n%s".formatted(name, value, USAGE), none);
        }
    }
}
