package io.frontdesk.local.infra;

import io.frontdesk.contracts.Topics;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.FolderLock;
import io.frontdesk.local.workspace.Ports;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;

/** A private Apache Kafka broker, its own controller, from the jars that Maven fetches. */
record Kafka(Workspace workspace, Progress progress) {
    private static final String NAME = "kafka";
    private static final String CONTROLLER = "kafka-controller";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration ADMIN = Duration.ofSeconds(60);
    private static final List<String> TOPICS = List.of(
            Topics.DOCUMENTS_HIGH,
            Topics.DOCUMENTS_NORMAL,
            Topics.DOCUMENTS_LOW,
            Topics.DOCUMENTS_EVENTS,
            Topics.DOCUMENTS_DEAD,
            Topics.ANSWERS_EVENTS,
            Topics.LLM_EVENTS,
            Topics.KNOWLEDGE_CHANGED,
            Topics.AUTH_EVENTS);
    /** As many consumers as two replicas on two cores can use. */
    private static final int PARTITIONS = 4;

    /** Starts it where it does not run yet, and returns its bootstrap servers. */
    String start() {
        if (daemon().alive()) {
            // It may have been started before a topic was thought of.
            return withTopics("127.0.0.1:" + workspace.port(NAME, true));
        }
        var jars = jars();
        var port = workspace.port(NAME, false);
        var folder = Workspace.folder(workspace.data().resolve(NAME));
        var settings = writeSettings(folder, port, workspace.port(CONTROLLER, false));
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            progress.step(NAME, "formatting storage in " + folder);
            java(
                            jars,
                            "kafka.tools.StorageTool",
                            "format",
                            "--cluster-id",
                            Uuid.randomUuid().toString(),
                            "--config",
                            settings.toString())
                    .runOrFail("delete " + folder + " if a format was cut short there");
        }
        daemon().start(java(jars, "kafka.Kafka", settings.toString()));
        daemon().awaitReady(START, () -> Ports.answers("127.0.0.1", port));
        progress.step(NAME, "Kafka on port " + port);
        return withTopics("127.0.0.1:" + port);
    }

    void stop() {
        daemon().stop("TERM", STOP);
    }

    boolean running() {
        return daemon().alive();
    }

    /** The same bootstrap servers, once their broker, ours or another, has all topics. */
    static String withTopics(String bootstrapServers) {
        var milliseconds = (int) ADMIN.toMillis();
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds))) {
            var existing = admin.listTopics().names().get();
            var missing = TOPICS.stream()
                    .filter(topic -> !existing.contains(topic))
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
            return bootstrapServers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return bootstrapServers;
            }
            throw new Failure(
                    "Kafka at " + bootstrapServers + " does not create topics: " + e.getMessage(),
                    "check KAFKA_BOOTSTRAP_SERVERS, or leave it unset to have a broker started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private Path writeSettings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", folder.resolve("log").toString(),
                "message.max.bytes", String.valueOf(16 << 20),
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        var file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Command java(Path jars, String main, String... arguments) {
        var words = new ArrayList<>(List.of(
                Command.java(),
                "-Xms128m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                jars + "/*",
                main));
        words.addAll(List.of(arguments));
        return Command.of(words);
    }

    /** The broker's jars, fetched once by Maven, apart from the dependencies of whoever uses this module. */
    private Path jars() {
        var version = brokerVersion();
        var jars = workspace.tools().resolve("kafka-" + version);
        return FolderLock.holding(workspace.tools().resolve("kafka.lock"), () -> {
            if (!Files.isDirectory(jars)) {
                progress.step(NAME, "fetching the broker's jars, version " + version);
                var fetching = jars.resolveSibling("kafka-fetching");
                Command.of(
                                workspace.root().resolve("mvnw").toString(),
                                "-B",
                                "-q",
                                "-f",
                                workspace
                                        .root()
                                        .resolve("deploy/local/broker/pom.xml")
                                        .toString(),
                                "-Dkafka-broker.version=" + version,
                                "-DoutputDirectory=" + fetching,
                                "dependency:copy-dependencies")
                        .in(workspace.root())
                        .runOrFail("check that Maven reaches its repositories");
                move(fetching, jars);
            }
            return jars;
        });
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String brokerVersion() {
        var versions = new Properties();
        try (var in = Kafka.class.getResourceAsStream("/io/frontdesk/local/versions.properties")) {
            versions.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("kafka-broker");
    }

    private Daemon daemon() {
        return workspace.daemon(NAME);
    }
}
