package io.frontdesk.parser;

import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.Frames;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as the service runs it: started anew when a document has ended it. */
final class RunningParser implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Frames frames = new Frames(100_000_000);
    private Process program = start();

    RunningParser() throws IOException {}

    /** The answer; a program that dies without one has run out of memory. */
    ParseReply ask(ParseRequest request, byte[] document) throws IOException {
        frames.write(program.getOutputStream(), request, document);
        var reply = frames.read(program.getInputStream(), ParseReply.class)
                .<ParseReply>map(message -> message.header())
                .orElseGet(
                        () -> new ParseReply.Failed(request.id(), FailureReason.TOO_LARGE, "The program died.", null));
        if (reply instanceof ParseReply.Failed failed && failed.reason() == FailureReason.TOO_LARGE) {
            close();
            program = start();
        }
        return reply;
    }

    @Override
    public void close() {
        program.destroyForcibly();
    }

    private static Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ParserProgram.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
