package io.frontdesk.local.suite;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Ports;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One instance as a process.
 *
 * @param environment its variables, whole
 */
record ServiceProcess(Workspace workspace, Instance instance, Addresses addresses, Map<String, String> environment) {
    private static final Duration START = Duration.ofSeconds(180);
    /**
     * Three times the usual thresholds: while ten virtual machines start on two cores, the optimising compiler would take a
     * quarter of the time; what is hot under load reaches it within a minute, which halves the gateway's work.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=1800",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000");

    /** Threads of the least priority are told to the operating system, so that bulk work lets everything else go first. */
    private static final List<String> PRIORITIES =
            List.of("-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=10");

    /** Starts it; an instance that runs with the same program and environment is left as it is, another is replaced. */
    void start() {
        if (daemon().alive()) {
            if (fingerprint().equals(startedWith())) {
                return;
            }
            stop();
        }
        checkPorts(instance, addresses);
        new Grace(workspace, instance).tell(environment);
        daemon().start(Command.of(words()).in(workspace.root()).with(environment));
        remember();
    }

    static void checkPorts(Instance instance, Addresses addresses) {
        Ports.requireFree(addresses.port(instance), instance.name());
        Ports.requireFree(addresses.managementPort(instance), instance.name() + " (health and metrics)");
    }

    void awaitReady(HttpClient http) {
        daemon().awaitReady(START, () -> isReady(http));
    }

    boolean isReady(HttpClient http) {
        return Readiness.of(addresses.managementUrl(instance), http);
    }

    void stop() {
        RunningInstances.stop(workspace, instance);
    }

    void kill() {
        daemon().kill();
    }

    private Daemon daemon() {
        return workspace.daemon(instance.name());
    }

    private List<String> words() {
        var words = new ArrayList<>(
                List.of(Command.java(), "-Xmx" + instance.service().heapMegabytes() + "m"));
        // Two cores and small heaps: the serial collector takes the least memory, and its pauses are short.
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.net.preferIPv4Stack=true"));
        words.addAll(LATE_OPTIMISATION);
        words.addAll(PRIORITIES);
        words.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive(), "-Xlog:cds*=off"));
        words.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-jar", program().toString()));
        return words;
    }

    /** The classes that the first instance to stop has loaded; the next ones take them as they are, and start in half the time. */
    private Path archive() {
        return program().resolveSibling("classes.jsa");
    }

    private Path program() {
        return Build.program(workspace.root(), instance.service());
    }

    private String fingerprint() {
        try {
            return String.join(" ", words()) + "\n" + Files.getLastModifiedTime(program()) + "\n"
                    + environment.hashCode() + "\n";
        } catch (IOException e) {
            throw new Failure(instance.service().folder() + " is not built", "run make build");
        }
    }

    private Path fingerprintFile() {
        return workspace.data().resolve("run").resolve(instance.name() + ".started-with");
    }

    private String startedWith() {
        try {
            return Files.readString(fingerprintFile());
        } catch (IOException e) {
            return "unknown";
        }
    }

    private void remember() {
        try {
            Files.writeString(fingerprintFile(), fingerprint());
        } catch (IOException e) {
            throw new Failure("cannot write " + fingerprintFile(), "check that the disk has room");
        }
    }
}
