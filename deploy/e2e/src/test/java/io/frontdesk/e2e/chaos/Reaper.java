package io.frontdesk.e2e.chaos;

import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills processes of the pipeline without warning, one at a time, and starts them again. */
final class Reaper {
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final Suite suite;
    private final Workspace workspace;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();
    private final List<Victim> left = new ArrayList<>();

    private record Victim(String name, Runnable kill, Runnable restart) {}

    Reaper(Suite suite, Workspace workspace, long seed) {
        this.suite = suite;
        this.workspace = workspace;
        this.random = new Random(seed);
    }

    /** How often each was killed. */
    Map<String, Integer> kills() {
        return kills;
    }

    /** Kills one of them at some moment within seconds; each has its turn before the next round begins. */
    void killOne() {
        if (left.isEmpty()) {
            left.addAll(victims());
            Collections.shuffle(left, random);
        }
        var victim = left.removeLast();
        pause();
        victim.kill.run();
        kills.merge(victim.name, 1, Integer::sum);
        pause();
        victim.restart.run();
    }

    private List<Victim> victims() {
        return List.of(
                instance(Service.INGESTION, 1),
                instance(Service.INGESTION, 2),
                instance(Service.RETRIEVAL, 1),
                instance(Service.RETRIEVAL, 2),
                server("postgres"),
                server("kafka"));
    }

    private Victim instance(Service service, int number) {
        var instance = new Instance(service, number);
        return new Victim(instance.name(), () -> suite.kill(instance), () -> suite.start(instance));
    }

    private Victim server(String name) {
        return new Victim(
                name,
                () -> Infrastructure.kill(workspace, name),
                () -> Infrastructure.start(workspace, Map.of(), Durability.SAFE, Progress.to(System.err)));
    }

    private void pause() {
        try {
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while killing", e);
        }
    }
}
