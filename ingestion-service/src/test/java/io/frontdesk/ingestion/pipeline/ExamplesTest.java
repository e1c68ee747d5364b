package io.frontdesk.ingestion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.frontdesk.contracts.Scope;
import io.frontdesk.ingestion.IngestionResource;
import io.frontdesk.ingestion.KafkaPeer;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The examples do what they say, as their readers would run them. */
@QuarkusTest
class ExamplesTest extends ServiceTest {
    private static final Path EXAMPLES = Contract.MODULE.resolve("examples");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    Path folder;

    private final String key = "fd_example_" + tenant;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path file;

    @BeforeEach
    void writeADocument() throws IOException {
        file = Files.writeString(folder.resolve("gifts.md"), "# Gifts\n\nWe wrap gifts for 3 pounds.\n");
        auth.stubFor(WireMock.post("/internal/v1/token-exchange")
                .withRequestBody(WireMock.matchingJsonPath("$.credential", WireMock.equalTo(key)))
                .willReturn(AuthServerResource.grants(
                        tenant, TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE), "documents:write")));
    }

    @Test
    void publishesOverHttpWithCurl() throws Exception {
        String credential = TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE).substring("Bearer ".length());
        var environment = Map.of(
                "FRONTDESK_URL",
                "http://localhost:%d/internal".formatted(RestAssured.port),
                "FRONTDESK_API_KEY",
                credential);

        run(environment, EXAMPLES.resolve("publish.sh").toString(), "help/gifts", "3", file.toString());
        run(environment, EXAMPLES.resolve("publish.sh").toString(), "help/gifts", "2", older().toString());

        awaitIndexed("help/gifts");
    }

    @Test
    void publishesAndDeletesOverKafkaWithJava() throws Exception {
        publishesAndDeletes(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                kafkaClients(),
                EXAMPLES.resolve("PublishDocument.java").toString()));
    }

    @Test
    void publishesAndDeletesOverKafkaWithPython() throws Exception {
        var python = PythonKafka.found();
        assumeThat(python)
                .as("Python with a Kafka client, here or from the distribution")
                .isPresent();

        publishesAndDeletes(
                python.get().environment(),
                List.of(python.get().program(), EXAMPLES.resolve("publish.py").toString()));
    }

    private void publishesAndDeletes(List<String> program) throws Exception {
        publishesAndDeletes(Map.of(), program);
    }

    private void publishesAndDeletes(Map<String, String> more, List<String> program) throws Exception {
        String topic = setting(IngestionResource.TOPIC_PREFIX) + "normal";
        var environment = Stream.concat(
                        more.entrySet().stream(),
                        Map.of(
                                "KAFKA", setting("kafka.bootstrap.servers"),
                                "TOPIC", topic,
                                "FRONTDESK_API_KEY", key)
                                .entrySet()
                                .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try (KafkaPeer kafka = follow(topic)) {
            run(environment, with(program, "help/gifts", "3", file.toString()));
            run(environment, with(program, "help/gifts", "2", older().toString()));
            awaitIndexed("help/gifts");
            run(environment, with(program, "help/gifts", "4"));
            Awaitility.await().untilAsserted(() -> assertThat(listed()).isEmpty());

            assertThat(faults(kafka, 3, "upserted")).isEmpty();
            assertThat(faults(kafka, 2, "upserted")).isEmpty();
            assertThat(faults(kafka, 4, "deleted")).isEmpty();
        }
    }

    private static Iterable<String> faults(KafkaPeer kafka, int version, String kind) {
        JsonNode value = kafka.value(
                kafka.await(published -> version == published.path("version").asInt()));
        return Contract.faults(value, kind);
    }

    private Path older() throws IOException {
        return Files.writeString(folder.resolve("older.md"), "# Gifts\n\nWe do not wrap gifts.\n");
    }

    private void awaitIndexed(String externalId) throws IOException {
        String id = Awaitility.await()
                .until(
                        () -> caller().get(DOCUMENTS)
                                .then()
                                .extract()
                                .<String>path("data.find { it.external_id == '%s' }?.id".formatted(externalId)),
                        found -> found != null);
        assertThat(awaitState(id, "indexed").extract().<Integer>path("size_bytes"))
                .isEqualTo((int) Files.size(file));
    }

    /** What a pipeline would get from Maven Central: the client, and what it logs and compresses with. */
    private static String kafkaClients() throws Exception {
        List<String> jars = new ArrayList<>();
        for (Class<?> type : List.of(KafkaProducer.class, LoggerFactory.class)) {
            jars.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String[] with(List<String> program, String... arguments) {
        return Stream.concat(program.stream(), Stream.of(arguments)).toArray(String[]::new);
    }

    private void run(Map<String, String> environment, String... command) throws Exception {
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();

        boolean ended = process.waitFor(60, TimeUnit.SECONDS);

        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).as(() -> read(output)).isZero();
    }

    private static String read(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
