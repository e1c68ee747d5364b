package io.frontdesk.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ingestion.parse.hostile.HostileDocument;
import io.frontdesk.ingestion.parse.hostile.HostileDocuments;
import io.frontdesk.parser.protocol.Block;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each hostile document through the real parser program, as it is configured when nothing is. A table says what became of it.
 * With {@code -Dfrontdesk.hostile.all=true} all of them, else a few of each kind.
 */
class HostileDocumentsTest {
    private static final boolean ALL = Boolean.getBoolean("frontdesk.hostile.all");

    /** Some of all take as long as they may; none of the few does. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(ALL ? 10 : 30);

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST_HEAP = 4 * MEGABYTE;
    private static final String SECRET = "canary-" + UUID.randomUUID();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ParserPrograms parser = new ParserPrograms(settings(), threads);
    private final Path folder;
    private final ServerSocket server;

    HostileDocumentsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        parser.stop(new ShutdownEvent());
        threads.shutdownNow();
        server.close();
    }

    @Test
    void endWithTheirReasonAndLeaveTheServiceAsItWas() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
        verdict(new ParseJob("warm", "a.txt", null, "Warm.".getBytes(StandardCharsets.UTF_8)));
        var documents = HostileDocuments.all(secret, address).stream()
                .filter(document -> document.quick() || ALL)
                .toList();
        var softly = new SoftAssertions();

        System.out.printf(
                "hostile: %-50s %10s  %-16s %6s  %15s  %13s%n", "document", "bytes", "ended", "s", "heap MB", "RSS MB");
        long atFirst = ServiceMemory.heap();
        long heap = atFirst;
        for (var document : documents) {
            heap = tryOut(document, heap, softly);
        }

        softly.assertThat(heap - atFirst).as("heap, all in all").isLessThan(MOST_HEAP);
        softly.assertAll();
        assertThat(hasBeenReached()).isFalse();
    }

    /** The heap afterwards: to measure it takes longer than most documents do. */
    private long tryOut(HostileDocument document, long heap, SoftAssertions softly) {
        byte[] content = document.bytes().get();
        int size = content.length;
        long resident = ServiceMemory.resident();
        long start = System.nanoTime();

        var verdict = verdict(new ParseJob(document.name(), document.fileName(), null, content));

        content = null; // It is not the service's.

        double seconds = (System.nanoTime() - start) / 1e9;
        long heapAfter = ServiceMemory.heap(heap + MOST_HEAP);
        System.out.printf(
                "hostile: %-50s %10d  %-16s %6.1f  %6.1f -> %6.1f  %5d -> %5d%n",
                document.name(),
                size,
                verdict.code(),
                seconds,
                (double) heap / MEGABYTE,
                (double) heapAfter / MEGABYTE,
                resident / MEGABYTE,
                ServiceMemory.resident() / MEGABYTE);
        softly.assertThat(verdict.code()).as(document.name()).isIn(document.verdicts());
        softly.assertThat(verdict.text()).as(document.name()).doesNotContain(SECRET);
        softly.assertThat(heapAfter - heap).as("heap after " + document.name()).isLessThan(MOST_HEAP);
        return heapAfter;
    }

    private Verdict verdict(ParseJob job) {
        return parser.parse(job)
                .map(parsed -> new Verdict("parsed", text(parsed)))
                .onFailure(ParseRefused.class)
                .recoverWithItem(e -> refused((ParseRefused) e))
                .onFailure(ParserDied.class)
                .recoverWithItem(e -> new Verdict("parser_died", String.valueOf(e.getMessage())))
                .await()
                .atMost(LONGEST);
    }

    private static Verdict refused(ParseRefused refused) {
        return new Verdict(refused.failure().code(), refused.failure().message());
    }

    private static String text(ParsedDocument parsed) {
        var text = new StringBuilder(String.valueOf(parsed.title()));
        for (var block : parsed.blocks()) {
            text.append(
                    switch (block) {
                        case Block.Heading heading -> heading.text();
                        case Block.Paragraph paragraph -> paragraph.text();
                        case Block.ListItem item -> item.text();
                        case Block.TableRow row -> String.join(" ", row.cells());
                        case Block.Code code -> code.text();
                    });
        }
        return text.toString();
    }

    private boolean hasBeenReached() throws IOException {
        server.setSoTimeout(1);
        try (var visitor = server.accept()) {
            return visitor.isConnected();
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Without the namespace that has no network, so that what the program itself refuses is what is tried. */
    private static ParserConfig settings() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ParserConfig.class)
                .withDefaultValue("frontdesk.parser.home", "parser/target/parser")
                .withDefaultValue("frontdesk.parser.isolate-network", "false")
                .withDefaultValue("frontdesk.parser.programs", "1")
                .withDefaultValue("frontdesk.parser.time-limit", TIME_LIMIT.toString())
                .build()
                .getConfigMapping(ParserConfig.class);
    }

    private record Verdict(String code, String text) {}
}
