package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.stream.EventFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What generation says to one question, to be consumed once: as it comes, or folded into its end. */
public final class AnswerStream {
    private static final Logger LOG = Logger.getLogger(AnswerStream.class);

    private final Optional<UUID> answer;
    private final AnswerSoFar soFar;
    private final Multi<EventFrame> said;

    /**
     * Reads events until one of them ends the answer. Where they break off before that, the rest is asked for once more, of
     * another instance.
     *
     * @param answer which they tell, where that is known before the first of them
     */
    AnswerStream(Optional<UUID> answer, Multi<EventFrame> events, Function<AnswerSoFar.Rest, Multi<EventFrame>> rest) {
        this.answer = answer;
        this.soFar = new AnswerSoFar(answer);
        Multi<EventFrame> resumed =
                Multi.createFrom().deferred(() -> soFar.rest().map(rest).orElseGet(Multi.createFrom()::empty));
        said = Multi.createBy()
                .concatenating()
                .streams(untilTheyBreakOff(events), untilTheyBreakOff(resumed))
                .select()
                .where(soFar::isNew)
                .select()
                .first(frame -> soFar.isOpen())
                .invoke(soFar::add)
                .onFailure(DecodeException.class)
                .invoke(e -> LOG.warnf("generation-service said what is no answer: %s", e))
                .onFailure()
                .recoverWithCompletion();
    }

    private static Multi<EventFrame> untilTheyBreakOff(Multi<EventFrame> events) {
        return events.onFailure().recoverWithCompletion();
    }

    /** Its id, where that is known before the first frame. */
    Optional<UUID> answer() {
        return answer;
    }

    /** Frames as they are asked for; the last is exactly one terminal event, ours where generation's is missing. */
    Multi<EventFrame> frames() {
        return said.onCompletion()
                .continueWith(() -> soFar.missingEnd().stream().toList());
    }

    /** The same for whoever tells it in another form; without comments, and events of a newer version. */
    public Multi<AnswerEvent> events() {
        return frames().onItem()
                .transformToIterable(frame -> AnswerFrame.event(frame).stream().toList());
    }

    /** How it ended; failed where it broke off, since nothing of it has been shown. */
    public Uni<AnswerEvent.Terminal> end() {
        return said.onItem().ignoreAsUni().map(done -> soFar.terminal().orElseGet(soFar::failed));
    }
}
