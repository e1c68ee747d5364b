package io.frontdesk.local;

import io.frontdesk.local.demo.Demo;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Build;
import io.frontdesk.local.suite.RunningInstances;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The commands behind the Makefile. */
public final class MainCommand {
    private static final int FAILED = 1;

    private static final String NEXT_STEPS = """
            API    %s/docs, with the key in .local/demo.env
            Ask    make ask Q="How do I pair the H700 headphones?"
                   source .local/demo.env && curl -N $FRONTDESK_URL/v1/answers \\
                     -H "Authorization: Bearer $FRONTDESK_API_KEY" -H "Content-Type: application/json" \\
                     -H "Accept: text/event-stream" -d '{"question": "How do I pair the H700 headphones?"}'
            Stop   make down
            """;

    private final Workspace workspace;
    private final Settings settings;
    private final Progress progress;
    private final PrintStream out;

    private MainCommand(Workspace workspace, PrintStream out) {
        this.workspace = workspace;
        this.settings = Settings.of(workspace.root(), System.getenv());
        this.progress = Progress.to(out);
        this.out = out;
    }

    public static void main(String[] words) {
        var workspace = Workspace.local(Workspace.findRoot());
        try {
            // UTF-8 whatever the terminal's locale: documents have dashes and umlauts.
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            new MainCommand(workspace, out).run(Arguments.parse(words));
        } catch (Failure failure) {
            fail(failure.getMessage());
        } catch (RuntimeException defect) {
            var trace = workspace.data().resolve("log/launcher.log");
            write(defect, trace);
            fail("unexpected: " + defect + "; the whole of it is in " + trace);
        }
    }

    private static void fail(@Nullable String line) {
        System.err.println("frontdesk: " + line);
        System.exit(FAILED);
    }

    private static void write(RuntimeException defect, Path file) {
        Workspace.folder(file.resolveSibling(""));
        try (var out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            defect.printStackTrace(out);
        } catch (IOException e) {
            defect.addSuppressed(e);
        }
    }

    private void run(Arguments arguments) {
        switch (arguments.command()) {
            case "up" -> up(arguments.replicas(), arguments.readReplicas());
            case "infra" -> print(startServers());
            case "down" -> down();
            case "status" -> status();
            case "logs" -> logs(arguments.rest());
            case "ask" -> ask(String.join(" ", arguments.rest()));
            case "build" -> new Build(workspace, progress).run();
            case "test-infra" -> testServers(arguments.rest());
            default -> throw new Failure("there is no command " + arguments.command(), "see make help");
        }
    }

    private void up(int replicas, int readReplicas) {
        var began = System.nanoTime();
        Preflight.check(workspace.root());
        Suite.checkPorts(workspace, Addresses.standard(), replicas);
        var build = new Build(workspace, progress);
        var servers = CompletableFuture.supplyAsync(
                () -> startServers().withReadReplicas(readReplicas, workspace, progress),
                task -> Thread.ofVirtual().start(task));
        if (build.isStale()) {
            // A program must not change under the process that runs it.
            Suite.stopServices(workspace, progress);
            build.run();
        }
        var suite =
                new Suite(workspace, result(servers), Addresses.standard(), replicas, settings.ofServices(), progress);
        suite.start();
        var demo = demo();
        var isFirst = demo.prepare(
                suite.gatewayUrl(1), suite.operatorKey(), suite.servers().kafkaBootstrapServers());
        if (isFirst) {
            demo.ask(Demo.FIRST_QUESTION, out);
        }
        farewell(suite, replicas, Duration.ofNanos(System.nanoTime() - began));
    }

    private void farewell(Suite suite, int replicas, Duration took) {
        out.printf("%nFrontdesk is up after %d s: %s%n", took.toSeconds(), suite.gatewayUrl(1));
        for (int number = 2; number <= replicas; number++) {
            out.printf("                    and on %s%n", suite.gatewayUrl(number));
        }
        out.print(NEXT_STEPS.formatted(suite.gatewayUrl(1)).indent(2));
    }

    private Infrastructure startServers() {
        return Infrastructure.start(workspace, settings.ofServers(), Durability.SAFE, progress);
    }

    private void print(Infrastructure servers) {
        out.println("DATABASE_URL=" + servers.database().adminUrl());
        out.println("REDIS_URL=" + servers.redisUrl());
        out.println("KAFKA_BOOTSTRAP_SERVERS=" + servers.kafkaBootstrapServers());
    }

    private void down() {
        for (var any : Workspace.all(workspace.root())) {
            Suite.stopServices(any, progress);
            Infrastructure.stop(any, progress);
        }
        out.println("Everything is stopped; the data stays in .local");
    }

    private void status() {
        Infrastructure.status(workspace)
                .forEach((name, runs) -> out.printf("  %-22s %s%n", name, runs ? "running" : "not running"));
        var addresses = Addresses.standard();
        var running = RunningInstances.of(workspace);
        try (var http = HttpClient.newHttpClient()) {
            for (var instance : running) {
                var ready = RunningInstances.isReady(instance, addresses, http);
                out.printf(
                        "  %-22s %-9s %s%n", instance.name(), ready ? "ready" : "not ready", addresses.url(instance));
            }
        }
        if (running.isEmpty()) {
            out.println("  no service runs; start them with make up");
        }
    }

    private void logs(List<String> services) {
        var words = new ArrayList<>(List.of("tail", "-n", "20", "-F"));
        RunningInstances.of(workspace).stream()
                .filter(instance -> services.isEmpty()
                        || services.contains(instance.service().folder()))
                .forEach(instance ->
                        words.add(workspace.daemon(instance.name()).log().toString()));
        if (words.size() == 4) {
            throw new Failure("no such service runs", "see make status");
        }
        Command.of(words).runInForeground();
    }

    private void ask(String question) {
        if (question.isBlank()) {
            throw new Failure("there is no question", "write make ask Q=\"How long is the warranty?\"");
        }
        demo().ask(question, out);
    }

    private void testServers(List<String> words) {
        if (words.contains("stop")) {
            Infrastructure.stop(Workspace.test(workspace.root()), progress);
        } else {
            TestInfrastructure.ensure(progress);
        }
    }

    private Demo demo() {
        return new Demo(workspace, HttpClient.newHttpClient(), progress);
    }

    private static <T> T result(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }
}
