package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.upstream.Budget;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What generation says to one question, to be consumed once. */
final class GeneratedAnswer implements AnswerStream {
    private static final Logger LOG = Logger.getLogger(GeneratedAnswer.class);

    private final Optional<UUID> answer;
    private final AnswerSoFar soFar;
    private final Optional<Whole> whole;
    private final Multi<EventFrame> said;

    /**
     * How an answer is told that nobody sees before it has ended.
     *
     * @param time for all of it
     * @param anew asks for it once more; nothing where that may not be
     */
    record Whole(Budget time, Supplier<Uni<Optional<AnswerEvent.Terminal>>> anew) {}

    /**
     * Reads events until one of them ends the answer. Where they break off before that, the rest is asked for once more, of
     * another instance.
     *
     * @param answer which they tell, where that is known before the first of them
     * @param whole where they are told all at once
     */
    GeneratedAnswer(
            Optional<UUID> answer,
            Multi<EventFrame> events,
            Function<AnswerSoFar.Rest, Multi<EventFrame>> rest,
            Optional<Whole> whole) {
        this.answer = answer;
        this.whole = whole;
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

    /** Its events as they stand in a stream, when they are asked for; the last is ours where generation's is missing. */
    Multi<EventFrame> frames() {
        return said.onCompletion()
                .continueWith(() -> soFar.missingEnd().stream().toList());
    }

    /** Without comments, and events of a newer version. */
    @Override
    public Multi<AnswerEvent> events() {
        return frames().onItem()
                .transformToIterable(frame -> AnswerFrame.event(frame).stream().toList());
    }

    /**
     * Failed where it broke off, since nothing of it has been shown; but for that same reason it is asked for anew first. Where the time is
     * over before, its work ends with that.
     */
    @Override
    public Uni<AnswerEvent.Terminal> end() {
        Uni<AnswerEvent.Terminal> end =
                said.onItem().ignoreAsUni().map(done -> soFar.terminal().orElseGet(soFar::failed));
        return whole.map(told -> told.time().hold(UpstreamService.GENERATION, end.chain(was -> whole(was, told))))
                .orElse(end);
    }

    private Uni<AnswerEvent.Terminal> whole(AnswerEvent.Terminal end, Whole told) {
        boolean brokeOff = soFar.isOpen()
                || end instanceof AnswerEvent.Incomplete incomplete
                        && incomplete.reason().isFailure();
        return brokeOff
                ? told.anew().get().map(better -> better.orElse(end))
                : Uni.createFrom().item(end);
    }

    /** Its id, where its events can be had from a log as soon as it begins. */
    Optional<UUID> logged() {
        return answer;
    }

    @Override
    public Optional<Duration> age() {
        return Optional.empty();
    }
}
