package io.frontdesk.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document has taken over the program that reads it: whatever it then says, the service takes no harm. A shell script
 * stands for the program.
 */
class CompromisedParserTest {
    private static final ParseJob JOB = new ParseJob("7", "note.md", null, "# Title".getBytes(StandardCharsets.UTF_8));
    private static final String PARSED = "{\"status\":\"parsed\",\"id\":\"7\",\"content_type\":\"text/plain\"}";
    private static final String BODY = "{\"blocks\":[{\"type\":\"paragraph\",\"text\":\"Hello.\"}]}";
    private static final String DIED = "died";
    private static final String TIMEOUT = "timeout";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final long MOST_HEAP = 8L * 1024 * 1024;

    private final Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ParserPrograms parser = new ParserPrograms(ParserSettings.installed(), threads);

    CompromisedParserTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        parser.stop(new ShutdownEvent());
        threads.shutdownNow();
    }

    @Test
    void isReadWhereItKeepsToTheProtocol() throws IOException {
        says(message(PARSED, BODY));

        assertThat(outcome()).isEqualTo("parsed");
    }

    @Test
    void isCutOffWhereItTalksWithoutEnd() throws IOException {
        runs("exec cat /dev/zero", LONG);
        assertThat(outcomeOfModestCost()).isEqualTo(DIED);

        runs("exec tr '\\0' 'a' < /dev/zero", LONG);
        assertThat(outcomeOfModestCost()).isEqualTo(DIED);
    }

    @Test
    void isGivenNoMemoryForWhatItAnnounces() throws IOException {
        says(new byte[] {0x7F, -1, -1, -1});
        assertThat(outcomeOfModestCost()).isEqualTo(DIED);

        says(Arrays.copyOf(message(PARSED, "\u007F".repeat(500_000)), 500_000));
        assertThat(outcomeOfModestCost()).isEqualTo(DIED);
    }

    @Test
    void isKilledWhereItSaysNothingMore() throws IOException {
        says(Arrays.copyOf(message(PARSED, BODY), 90), SHORT);
        assertThat(outcome()).isEqualTo(TIMEOUT);
    }

    @Test
    void isKilledWhereItDoesNotListen() throws IOException {
        runs("exec sleep 600", SHORT);
        byte[] large = new byte[10_000_000];

        assertThat(outcome(new ParseJob("7", null, null, large))).isEqualTo(TIMEOUT);
    }

    @Test
    void fillsNoLog() throws IOException {
        runs("cat /dev/zero >&2 & exec sleep 600", SHORT);

        assertThat(outcomeOfModestCost()).isEqualTo(TIMEOUT);
    }

    @Test
    void isNotBelievedWhatIsNoAnswerToTheQuestion() throws IOException {
        for (var header : new String[] {
            PARSED.replace("\"7\"", "\"8\""),
            PARSED.replace("\"id\":\"7\",", ""),
            PARSED.replace("parsed", "java.lang.ProcessBuilder"),
            PARSED.replace("}", ",\"tenant_id\":\"another\"}"),
            "[".repeat(60_000),
            "null"
        }) {
            says(message(header, BODY));
            assertThat(outcome()).as(header).isEqualTo(DIED);
        }
        for (var body : new String[] {
            "", "null", "{\"blocks\":" + "[".repeat(100_000), "{\"blocks\":[{\"type\":\"paragraph\"}]}"
        }) {
            says(message(PARSED, body));
            assertThat(outcome()).as(body).isEqualTo(DIED);
        }
    }

    @Test
    void saysNothingToTheDocumentAfterThis() throws IOException {
        says(twice(message(PARSED, BODY)));

        assertThat(outcome()).isEqualTo("parsed");

        awaitNoProgram();
    }

    @Test
    void endsWithTheServiceInTheMiddleOfADocument() throws Exception {
        runs("echo \"$OLDPWD\" > place; touch \"$OLDPWD/left\"; touch started; exec sleep 600", LONG);
        var outcome = CompletableFuture.supplyAsync(this::outcome, threads);
        Awaitility.await().until(() -> Files.exists(folder.resolve("started")));

        parser.stop(new ShutdownEvent());

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(DIED);
        assertThat(outcome()).as("after the end").isEqualTo(DIED);
        awaitNoProgram();
        var place = Path.of(Files.readString(folder.resolve("place")).strip());
        Awaitility.await().untilAsserted(() -> assertThat(place).doesNotExist());
    }

    private void says(byte[] bytes) throws IOException {
        says(bytes, LONG);
    }

    private void says(byte[] bytes, Duration limit) throws IOException {
        Files.write(folder.resolve("words"), bytes);
        runs("cat words; exec sleep 600", limit);
    }

    private void runs(String script, Duration limit) throws IOException {
        var program = folder.resolve("java");
        Files.writeString(program, "#!/bin/sh\ncd " + folder + "\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        parser.stop(new ShutdownEvent());
        parser = new ParserPrograms(
                ParserSettings.installed().withJava(program.toString()).withTimeLimit(limit), threads);
    }

    private String outcome() {
        return outcome(JOB);
    }

    private String outcome(ParseJob job) {
        return parser.parse(job)
                .onItem()
                .transform(parsed -> "parsed")
                .onFailure(ParserDied.class)
                .recoverWithItem(DIED)
                .onFailure(ParseRefused.class)
                .recoverWithItem(e -> ((ParseRefused) e).failure().code())
                .await()
                .atMost(LONG);
    }

    private String outcomeOfModestCost() {
        outcome();
        long before = ServiceMemory.heap();
        var outcome = outcome();
        assertThat(ServiceMemory.heap() - before).isLessThan(MOST_HEAP);
        return outcome;
    }

    private void awaitNoProgram() {
        Awaitility.await().until(() -> ProcessHandle.current().children().noneMatch(this::isOurs));
    }

    private boolean isOurs(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains(folder.toString())
                || child.info().commandLine().orElse("").contains("sleep 600");
    }

    private static byte[] message(String header, String body) {
        var head = header.getBytes(StandardCharsets.UTF_8);
        var tail = body.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + tail.length + 8)
                .putInt(head.length)
                .put(head)
                .putInt(tail.length)
                .put(tail)
                .array();
    }

    private static byte[] twice(byte[] message) {
        return ByteBuffer.allocate(2 * message.length).put(message).put(message).array();
    }
}
