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
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Has documents parsed by programs that are kept warm: started when first needed, used for many documents, replaced when
 * worn and after whatever looks like a failure of the program. A document that kills its program by memory or time has
 * failed for good; a program that was killed otherwise says nothing of the document.
 *
 * <p>Whoever comes while all programs are taken waits in line, first come, first served, for at most the time limit times
 * those before it; how many there are is for the callers to bound. A stop of the service kills what runs.
 */
@ApplicationScoped
class ParserPrograms implements Parser {
    private static final Logger LOG = Logger.getLogger(ParserPrograms.class);

    /** What a virtual machine with {@code -XX:+ExitOnOutOfMemoryError} exits with. */
    private static final int OUT_OF_MEMORY = 3;

    private final ParserConfig config;
    private final ExecutorService threads;
    private final Frames frames;
    private final Semaphore places;
    private final ProgramPool programs;

    ParserPrograms(ParserConfig config, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.threads = threads;
        this.frames = Frames.ofReplies(config.maxOutputChars());
        this.places = new Semaphore(config.programs(), true);
        this.programs = new ProgramPool(config, frames);
    }

    /** The first document need not wait for a virtual machine to start. */
    void warm(@Observes StartupEvent started) {
        threads.execute(() -> {
            try {
                programs.warm();
            } catch (IOException e) {
                LOG.errorf(e, "The parser program does not start; frontdesk.parser.home is %s", config.home());
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        programs.close();
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

    private ParserProgram borrow() {
        try {
            return programs.borrow();
        } catch (IOException e) {
            throw new ParserDied("the parser program does not start", e);
        }
    }

    private ParsedDocument parseWith(ParserProgram program, ParseJob job) {
        boolean sound = false;
        try {
            var request = new ParseRequest(job.id(), job.fileName(), job.contentType(), config.maxOutputChars());
            Message<ParseReply> reply = program.parse(request, job.content(), config.timeLimit());
            sound = isSound(reply.header());
            return read(reply);
        } catch (ParserProgram.TimedOut e) {
            throw refusal(
                    FailureReason.TIMEOUT,
                    "parsing took longer than " + config.timeLimit().toSeconds() + " s");
        } catch (IOException e) {
            sound = false;
            throw death(program, e);
        } finally {
            if (sound) {
                programs.giveBack(program);
            } else {
                programs.end(program);
            }
        }
    }

    /** A program that had not memory enough for a document ends after it has said so. */
    private static boolean isSound(ParseReply reply) {
        return !(reply instanceof ParseReply.Failed failed && failed.reason() == FailureReason.TOO_LARGE);
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

    private static RuntimeException death(ParserProgram program, IOException cause) {
        return cause instanceof EOFException && program.exitCode() == OUT_OF_MEMORY
                ? refusal(FailureReason.TOO_LARGE, "parsing needs more memory than it may have")
                : new ParserDied("the parser program broke off: " + cause.getMessage(), cause);
    }

    private static ParseRefused refusal(FailureReason reason, String message) {
        return new ParseRefused(new Failure(reason.code(), message));
    }
}
