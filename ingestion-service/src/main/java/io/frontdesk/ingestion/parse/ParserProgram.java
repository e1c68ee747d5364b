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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One running parser program. It takes one document at a time; a program that failed with one is not to be used again. */
final class ParserProgram implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final Process process;
    private final Frames frames;
    private final OutputStream requests;
    private final InputStream replies;
    private int documents;
    private boolean spent;

    private ParserProgram(Process process, Frames frames) {
        this.process = process;
        this.frames = frames;
        this.requests = new BufferedOutputStream(process.getOutputStream());
        this.replies = new BufferedInputStream(process.getInputStream());
    }

    /** Starts a program in a folder of its own, which goes when it ends, however it ends. */
    static ParserProgram start(ParserCommand command, Frames frames) throws IOException {
        var scratch = Scratch.create();
        try {
            var builder = new ProcessBuilder(command.line(scratch.folder()))
                    .directory(scratch.folder().toFile());
            limitEnvironment(builder.environment());
            var process = builder.start();
            process.onExit().thenRun(scratch::delete);
            ParserLog.follow(process.pid(), process.getErrorStream());
            return new ParserProgram(process, frames);
        } catch (IOException e) {
            scratch.delete();
            throw e;
        }
    }

    /** Nothing of ours, secrets above all, is the business of a program that reads strangers' files. */
    private static void limitEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> !"PATH".equals(name) && !"LANG".equals(name));
        // glibc keeps 64 MB for each thread otherwise.
        environment.put("MALLOC_ARENA_MAX", "2");
    }

    /**
     * Has one document parsed. Blocks until the program answers; it is killed where it takes too long.
     *
     * @throws EOFException where it ended without an answer
     * @throws IOException where it said something that is none
     * @throws TimedOut where it was killed
     */
    Message<ParseReply> parse(ParseRequest request, byte[] content, Duration limit) throws IOException, TimedOut {
        documents++;
        spent = true;
        var watchdog = new Watchdog(process, limit);
        Message<ParseReply> reply;
        try (watchdog) {
            reply = ask(request, content);
        } catch (IOException e) {
            if (watchdog.hasBitten()) {
                throw new TimedOut(e);
            }
            throw e;
        }
        // Who says more than it was asked says it to the next document.
        spent = watchdog.hasBitten() || replies.available() > 0;
        return reply;
    }

    private Message<ParseReply> ask(ParseRequest request, byte[] content) throws IOException {
        send(request, content);
        Message<ParseReply> reply =
                frames.read(replies, ParseReply.class).orElseThrow(() -> new EOFException("no answer"));
        if (!reply.header().id().equals(request.id())) {
            throw new IOException("an answer to another request");
        }
        return reply;
    }

    private void send(ParseRequest request, byte[] content) throws EOFException {
        try {
            frames.write(requests, request, content);
        } catch (IOException e) {
            throw (EOFException) new EOFException("nobody listens").initCause(e);
        }
    }

    /** Whether it can be given another document. */
    boolean isUsable() {
        return !spent && process.isAlive();
    }

    /** The memory that it holds, in bytes; 0 where that is not known. */
    long memory() {
        return ResidentMemory.of(process.pid());
    }

    /** How many documents it was given. */
    int documents() {
        return documents;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The exit code of a program that has closed its pipes, and so is about to end; -1 where it goes on. */
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
