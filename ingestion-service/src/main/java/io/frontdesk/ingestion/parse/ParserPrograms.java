package io.frontdesk.ingestion.parse;

import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.Frames;
import io.frontdesk.parser.protocol.Message;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps parser programs warm: started when first needed, used for many documents, replaced after a number of them and after
 * whatever looks like a failure of the program. A document that kills its program by memory or time has failed for good; a
 * program that was killed otherwise says nothing of the document.
 */
@ApplicationScoped
class ParserPrograms implements Parser {
    private static final Logger LOG = Logger.getLogger(ParserPrograms.class);

    /** What a virtual machine with {@code -XX:+ExitOnOutOfMemoryError} exits with. */
    private static final int OUT_OF_MEMORY = 3;

    /** Text as JSON in UTF-8: three bytes a character at most, and the frame around each block. */
    private static final int BYTES_PER_CHAR = 4;

    private final ParserConfig config;
    private final List<String> command;
    private final ExecutorService threads;
    private final Frames frames;
    private final Semaphore places;
    private final Queue<ParserProgram> idle = new ConcurrentLinkedQueue<>();

    ParserPrograms(ParserConfig config, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.command = ParserCommand.line(config);
        this.threads = threads;
        this.frames = new Frames(Math.multiplyExact(config.maxOutputChars(), BYTES_PER_CHAR));
        this.places = new Semaphore(config.programs());
    }

    /** The first document need not wait for a virtual machine to start. */
    void warm(@Observes StartupEvent started) {
        threads.execute(() -> {
            try {
                idle.add(ParserProgram.start(command, frames));
            } catch (IOException e) {
                LOG.errorf(e, "The parser program does not start; frontdesk.parser.home is %s", config.home());
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        idle.forEach(ParserProgram::close);
        idle.clear();
    }

    @Override
    public Uni<ParsedDocument> parse(ParseJob job) {
        return Uni.createFrom().item(() -> parseNow(job)).runSubscriptionOn(threads);
    }

    private ParsedDocument parseNow(ParseJob job) {
        places.acquireUninterruptibly();
        try {
            return parseWith(borrow(), job);
        } finally {
            places.release();
        }
    }

    private ParsedDocument parseWith(ParserProgram program, ParseJob job) {
        var request = new ParseRequest(job.id(), job.fileName(), job.contentType(), config.maxOutputChars());
        try {
            Message<ParseReply> reply = program.parse(request, job.content(), config.timeLimit());
            giveBack(program, reply.header());
            return read(reply);
        } catch (ParserProgram.TimedOut e) {
            program.close();
            throw refusal(
                    FailureReason.TIMEOUT,
                    "parsing took longer than " + config.timeLimit().toSeconds() + " s");
        } catch (IOException e) {
            throw death(program, e);
        }
    }

    private ParsedDocument read(Message<ParseReply> reply) throws IOException {
        return switch (reply.header()) {
            case ParseReply.Parsed parsed ->
                new ParsedDocument(
                        parsed.contentType(),
                        parsed.title(),
                        parsed.language(),
                        frames.document(reply.body()).blocks());
            case ParseReply.Failed failed -> throw refusal(failed.reason(), failed.message());
        };
    }

    private RuntimeException death(ParserProgram program, IOException cause) {
        int exitCode = program.exitCode();
        program.close();
        return exitCode == OUT_OF_MEMORY
                ? refusal(FailureReason.TOO_LARGE, "parsing needs more memory than it may have")
                : new ParserDied("the parser program ended with " + exitCode, cause);
    }

    private ParserProgram borrow() {
        for (@Nullable ParserProgram warm = idle.poll(); warm != null; warm = idle.poll()) {
            if (warm.isAlive()) {
                return warm;
            }
        }
        try {
            return ParserProgram.start(command, frames);
        } catch (IOException e) {
            throw new ParserDied("the parser program does not start", e);
        }
    }

    /** A program that had not memory enough for a document ends after it has said so. */
    private void giveBack(ParserProgram program, ParseReply reply) {
        boolean exhausted = reply instanceof ParseReply.Failed failed && failed.reason() == FailureReason.TOO_LARGE;
        if (exhausted || program.documents() >= config.recycleAfter()) {
            program.close();
        } else {
            idle.add(program);
        }
    }

    private static ParseRefused refusal(FailureReason reason, String message) {
        return new ParseRefused(new Failure(reason.code(), message));
    }
}
