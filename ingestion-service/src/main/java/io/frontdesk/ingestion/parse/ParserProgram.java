package io.frontdesk.ingestion.parse;

import io.frontdesk.parser.protocol.Frames;
import io.frontdesk.parser.protocol.Message;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running parser program. It takes one document at a time; a program that failed with one is not to be used again. */
final class ParserProgram implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final Process process;
    private final Frames frames;
    private final OutputStream requests;
    private final InputStream replies;
    private int documents;

    private ParserProgram(Process process, Frames frames) {
        this.process = process;
        this.frames = frames;
        this.requests = new BufferedOutputStream(process.getOutputStream());
        this.replies = new BufferedInputStream(process.getInputStream());
    }

    /** Starts a program; what it has to say to people goes to this service's standard error. */
    static ParserProgram start(List<String> command, Frames frames) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Nothing of ours, secrets above all, is the business of a program that reads strangers' files.
        builder.environment().keySet().removeIf(name -> !"PATH".equals(name) && !"LANG".equals(name));
        return new ParserProgram(builder.start(), frames);
    }

    /**
     * Has one document parsed. Blocks until the program answers; it is killed where it takes too long.
     *
     * @throws IOException where it ended without an answer, or said something that is none
     * @throws TimedOut where it was killed
     */
    Message<ParseReply> parse(ParseRequest request, byte[] content, Duration limit) throws IOException, TimedOut {
        documents++;
        var watchdog = new Watchdog(process, limit);
        try (watchdog) {
            frames.write(requests, request, content);
            Message<ParseReply> reply =
                    frames.read(replies, ParseReply.class).orElseThrow(() -> new EOFException("no answer"));
            if (!reply.header().id().equals(request.id())) {
                throw new IOException("an answer to another request");
            }
            return reply;
        } catch (IOException e) {
            if (watchdog.hasBitten()) {
                throw new TimedOut(e);
            }
            throw e;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** How many documents it was given. */
    int documents() {
        return documents;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The exit code of a program that has ended or is about to; -1 where it goes on. */
    int exitCode() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The program took too long with a document, and is dead. */
    static final class TimedOut extends Exception {
        private static final long serialVersionUID = 1L;

        TimedOut(Throwable cause) {
            super(cause);
        }
    }
}
