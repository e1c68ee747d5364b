package io.frontdesk.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.protocol.Block;
import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.Frames;
import io.frontdesk.parser.protocol.Message;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program as its client meets it: a process of its own, talked to over its standard input and output. */
@Timeout(60)
class ParserProgramTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Frames frames = new Frames(10_000_000);
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endPrograms() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void answersOneRequestAfterTheOtherAndEndsWithItsInput() throws Exception {
        var program = program("-Xmx256m");

        var parsed = ask(program, "1", "returns.md", "# Returns\n\nThirty days.");
        var failed = ask(program, "2", "broken.pdf", "%PDF-1.7 broken");
        var again = ask(program, "3", "a.txt", "Alive.");
        program.getOutputStream().close();

        assertThat(parsed.header()).isEqualTo(new ParseReply.Parsed("1", "text/markdown", "Returns", null));
        assertThat(frames.document(parsed.body()).blocks())
                .containsExactly(new Block.Heading(1, "Returns", null), new Block.Paragraph("Thirty days.", null));
        assertThat(failed.header()).isInstanceOfSatisfying(ParseReply.Failed.class, reply -> assertThat(reply.reason())
                .isEqualTo(FailureReason.CORRUPT));
        assertThat(failed.body()).isEmpty();
        assertThat(again.header().id()).isEqualTo("3");
        assertThat(program.getInputStream().readAllBytes()).isEmpty();
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void answersADocumentThatExhaustsItsMemoryAndThenEnds() throws Exception {
        var program = program("-Xmx64m");

        var reply = ask(program, "1", "a.html", "<p>x</p>".repeat(1_000_000));

        assertThat(reply.header()).isInstanceOfSatisfying(ParseReply.Failed.class, failed -> assertThat(failed.reason())
                .isEqualTo(FailureReason.TOO_LARGE));
        assertThat(program.waitFor()).isEqualTo(3);
    }

    @Test
    void endsWhenItIsNotSpokenToInItsProtocol() throws Exception {
        var program = program("-Xmx64m");

        program.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        program.getOutputStream().close();

        assertThat(program.getInputStream().readAllBytes()).isEmpty();
        assertThat(program.waitFor()).isEqualTo(2);
    }

    @Test
    void reachesNoNetwork() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var probe = start("-Xmx64m", OfflineProbe.class, String.valueOf(server.getLocalPort()));

            var said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said.lines())
                    .containsExactly("socket refused", "channel refused", "url refused", "listen refused");
        }
    }

    /** Somebody else holds its input open here, so that it cannot see the end of it. */
    @Test
    void endsWhenWhoeverStartedItHasGone() throws Exception {
        var request = Files.createTempFile("request", "");
        try (var out = Files.newOutputStream(request)) {
            frames.write(out, new ParseRequest("1", "a.txt", null, 1000), "Text.".getBytes(StandardCharsets.UTF_8));
        }
        var shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "tail -c +1 -f %s | '%s' -cp '%s' %s; true"
                                .formatted(request, JAVA, CLASS_PATH, ParserProgram.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(shell);
        assertThat(frames.read(shell.getInputStream(), ParseReply.class)).isPresent();
        var children = shell.descendants().toList();
        var program =
                children.stream().filter(ParserProgramTest::isJava).findFirst().orElseThrow();

        shell.toHandle().destroyForcibly();

        program.onExit().get(30, TimeUnit.SECONDS);
        children.forEach(ProcessHandle::destroyForcibly);
        Files.delete(request);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    private Process program(String heap) throws IOException {
        return start(heap, ParserProgram.class);
    }

    private Process start(String heap, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(JAVA);
        command.addAll(List.of(heap, "-cp", CLASS_PATH, main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private Message<ParseReply> ask(Process program, String id, String fileName, String document) throws IOException {
        var request = new ParseRequest(id, fileName, null, 1_000_000);
        frames.write(program.getOutputStream(), request, document.getBytes(StandardCharsets.UTF_8));
        program.getOutputStream().flush();
        return frames.read(program.getInputStream(), ParseReply.class).orElseThrow();
    }
}
