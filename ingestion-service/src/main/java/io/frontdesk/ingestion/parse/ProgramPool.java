package io.frontdesk.ingestion.parse;

import io.frontdesk.parser.protocol.Frames;
import java.io.IOException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The parser programs that there are: those that wait for a document, and those that have one. A program comes back, or is
 * closed, after each document; which of the two, its age and its memory decide.
 */
final class ProgramPool implements AutoCloseable {
    private final ParserConfig config;
    private final ParserCommand command;
    private final Frames frames;
    private final Queue<ParserProgram> idle = new ConcurrentLinkedQueue<>();
    private final Set<ParserProgram> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ProgramPool(ParserConfig config, Frames frames) {
        this.config = config;
        this.command = new ParserCommand(config);
        this.frames = frames;
    }

    /** Starts a program for whoever comes first. */
    void warm() throws IOException {
        idle.add(start());
    }

    /**
     * A program for one document; a warm one where there is one.
     *
     * @throws IOException where none can be started, or none is to be any more
     */
    ParserProgram borrow() throws IOException {
        for (@Nullable ParserProgram warm = idle.poll(); warm != null; warm = idle.poll()) {
            if (warm.isUsable()) {
                return warm;
            }
            end(warm);
        }
        return start();
    }

    void giveBack(ParserProgram program) {
        boolean worn = program.documents() >= config.recycleAfter()
                || program.memory() > config.recycleAbove().asLongValue();
        if (worn || !program.isUsable()) {
            end(program);
        } else {
            idle.add(program);
        }
    }

    /** Kills a program. */
    void end(ParserProgram program) {
        running.remove(program);
        program.close();
    }

    /** Kills all programs, those with a document too, and starts no more. */
    @Override
    public void close() {
        closed = true;
        running.forEach(this::end);
        idle.clear();
    }

    private ParserProgram start() throws IOException {
        var program = ParserProgram.start(command, frames);
        running.add(program);
        if (closed) {
            end(program);
            throw new IOException("the service stops");
        }
        return program;
    }
}
