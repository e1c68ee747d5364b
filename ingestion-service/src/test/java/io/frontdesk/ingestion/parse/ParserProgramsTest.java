package io.frontdesk.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.protocol.Block;
import io.quarkus.runtime.ShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the real parser program, as it is installed beside this service. */
class ParserProgramsTest {
    /** On the command line of the programs of this test, to tell them from those of services under test. */
    private static final String MARK = "-Dparser.test=" + UUID.randomUUID();

    private static final ParserSettings SETTINGS = ParserSettings.installed().withOption(MARK);

    private static final ParseJob TEXT = new ParseJob("1", "note.md", null, bytes("# Title\n\nSome text."));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ParserPrograms parser = parser(Duration.ofSeconds(30), 100);

    @AfterEach
    void stop() {
        parser.stop(new ShutdownEvent());
        threads.shutdownNow();
    }

    @Test
    void readsADocumentIntoBlocks() {
        var parsed = parse(TEXT);

        assertThat(parsed.title()).isEqualTo("Title");
        assertThat(parsed.blocks())
                .containsExactly(new Block.Heading(1, "Title", null), new Block.Paragraph("Some text.", null));
    }

    @Test
    void sendsOneDocumentAfterAnotherToTheSameProgram() {
        parse(TEXT);
        long first = program();
        parse(TEXT);

        assertThat(program()).isEqualTo(first);
    }

    @Test
    void replacesAProgramAfterANumberOfDocuments() {
        parser = parser(Duration.ofSeconds(30), 2);
        parse(TEXT);
        long first = program();
        parse(TEXT);

        parse(TEXT);

        assertThat(program()).isNotEqualTo(first);
        awaitNoProgram(first);
    }

    @Test
    void replacesAProgramThatHoldsTooMuchMemory() {
        parser = new ParserPrograms(SETTINGS.withRecycling(100, 1), threads);
        parse(TEXT);

        Awaitility.await().until(() -> ownPrograms().isEmpty());
    }

    @Test
    void killsAProgramThatTakesTooLong() {
        parser = parser(Duration.ofMillis(1), 100);

        assertThatThrownBy(() -> parse(TEXT)).isInstanceOfSatisfying(ParseRefused.class, refused -> assertThat(
                        refused.failure().code())
                .isEqualTo("timeout"));

        Awaitility.await().until(() -> ownPrograms().isEmpty());
    }

    @Test
    void saysThatADocumentMayBeTriedAgainWhereItsProgramWasKilled() {
        parser = parser(Duration.ofSeconds(30), 100);
        parse(TEXT);
        ProcessHandle.of(program()).orElseThrow().destroyForcibly();

        var outcomes = IntStream.range(0, 3)
                .mapToObj(n -> parser.parse(TEXT)
                        .onItem()
                        .transform(parsed -> "parsed")
                        .onFailure(ParserDied.class)
                        .recoverWithItem("died")
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .toList();

        assertThat(outcomes.getLast()).isEqualTo("parsed");
    }

    @Test
    void namesWhatIsWrongWithADocument() {
        assertThatThrownBy(() -> parse(new ParseJob("2", "x.pdf", "application/pdf", bytes("%PDF-1.7 no more"))))
                .isInstanceOfSatisfying(
                        ParseRefused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("corrupt"));
    }

    @Test
    void saysSoWhereThereIsNoProgram() {
        parser = new ParserPrograms(SETTINGS.withJava("no-such-java"), threads);

        assertThatThrownBy(() -> parse(TEXT)).isInstanceOf(ParserDied.class);
    }

    private ParserPrograms parser(Duration limit, int recycleAfter) {
        return new ParserPrograms(SETTINGS.withTimeLimit(limit).withRecycling(recycleAfter, Long.MAX_VALUE), threads);
    }

    private ParsedDocument parse(ParseJob job) {
        return parser.parse(job).await().atMost(Duration.ofSeconds(30));
    }

    private static long program() {
        assertThat(ownPrograms()).hasSize(1);
        return ownPrograms().getFirst().pid();
    }

    private static List<ProcessHandle> ownPrograms() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(MARK))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static void awaitNoProgram(long pid) {
        Awaitility.await()
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
