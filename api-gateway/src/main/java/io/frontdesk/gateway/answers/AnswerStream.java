package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import io.vertx.mutiny.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What generation says to one question, to be consumed once: as it comes, or folded into its end. */
final class AnswerStream {
    private static final Logger LOG = Logger.getLogger(AnswerStream.class);
    private static final int LARGEST_FRAME = 1 << 20;

    private final AnswerSoFar soFar = new AnswerSoFar();
    private final Multi<AnswerFrame> said;

    /** Reads a paused response, which is reset when it breaks off, is silent for too long, or is not wanted any more. */
    AnswerStream(HttpClientResponse response, Duration silence) {
        var parser = RecordParser.newDelimited("\n\n", response);
        parser.maxRecordSize(LARGEST_FRAME);
        said = parser.toMulti()
                .ifNoItem()
                .after(silence)
                .fail()
                .map(AnswerStream::frame)
                .select()
                .first(frame -> soFar.isOpen())
                .invoke(soFar::add)
                .onFailure()
                .invoke(e -> LOG.warnf("generation-service broke off its answer: %s", e))
                .onFailure()
                .invoke(() -> response.request().reset())
                .onFailure()
                .recoverWithCompletion()
                .onCancellation()
                .invoke(() -> response.request().reset());
    }

    /** Frames as they are asked for; the last is exactly one terminal event, ours where generation's is missing. */
    Multi<AnswerFrame> frames() {
        return said.onCompletion()
                .continueWith(() -> soFar.missingEnd().stream().toList());
    }

    /** How it ended; failed where it broke off, since nothing of it has been shown. */
    Uni<AnswerEvent.Terminal> end() {
        return said.onItem().ignoreAsUni().map(done -> soFar.terminal().orElseGet(soFar::failed));
    }

    private static AnswerFrame frame(Buffer bytes) {
        return new AnswerFrame(bytes.toString(StandardCharsets.UTF_8));
    }
}
