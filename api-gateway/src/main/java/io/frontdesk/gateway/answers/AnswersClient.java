package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.gateway.exact.ExactCache;
import io.frontdesk.gateway.exact.HitRecords;
import io.frontdesk.gateway.idempotency.AnswerEventsClient;
import io.frontdesk.gateway.stream.EventClient;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.upstream.Budget;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.Retries;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers questions: from the cache where the same was asked before, else by the generation-service, as a stream of events. */
@ApplicationScoped
public class AnswersClient implements AnswerEventsClient {
    private static final Logger LOG = Logger.getLogger(AnswersClient.class);
    private static final String ANSWERS = GenerationClient.INTERNAL + "/v1/answers";

    private final EventClient events;
    private final ExactCache known;
    private final HitRecords hits;
    private final Retries retries;
    private final AnswersConfig config;

    AnswersClient(EventClient events, ExactCache known, HitRecords hits, Retries retries, AnswersConfig config) {
        this.events = events;
        this.known = known;
        this.hits = hits;
        this.retries = retries;
        this.config = config;
    }

    /** What comes of a question: a stream, or a refusal before anything was said. */
    public sealed interface Reply {
        record Stream(AnswerStream answer) implements Reply {}

        record Refusal(UpstreamReply reply) implements Reply {}
    }

    /** Asks a question. */
    public Uni<Reply> ask(Caller caller, AnswerRequest question, Reading reading) {
        Instant asked = Instant.now();
        Terms terms = terms(caller, reading);
        return known.find(caller, question).chain(found -> found.<Uni<Reply>>map(
                        kept -> Uni.createFrom().item(again(caller, question, kept, asked)))
                .orElseGet(() -> generate(question, terms)));
    }

    private Terms terms(Caller caller, Reading reading) {
        return new Terms(
                caller,
                config.firstEvent(),
                reading != Reading.RESUMABLE,
                reading != Reading.BEFOREHAND,
                reading.isWhole() ? Optional.of(Budget.forWhole(config.whole())) : Optional.empty());
    }

    /**
     * What holds for everything that is asked for one answer.
     *
     * @param firstEvent how long it may take to begin
     * @param forGood whether its work ends with the call
     * @param awaited whether somebody waits for it
     * @param whole the time for all of it, where it is not streamed
     */
    private record Terms(Caller caller, Duration firstEvent, boolean forGood, boolean awaited, Optional<Budget> whole) {
        UpstreamRequest of(UpstreamRequest request) {
            UpstreamRequest callers = request.as(caller);
            UpstreamRequest asked = awaited ? callers.interactively() : callers;
            UpstreamRequest timed = whole.map(time -> asked.within(time.beginningWithin(firstEvent)))
                    .orElseGet(() -> asked.within(firstEvent));
            return forGood ? timed.forGood() : timed;
        }
    }

    private Reply again(Caller caller, AnswerRequest question, KeptAnswer kept, Instant asked) {
        Instant now = Instant.now();
        Answer answer = kept.answer().toldAs(Ids.next(), Ids.next(), Answer.Cache.HIT);
        int took = Math.toIntExact(Math.max(0, Duration.between(asked, now).toMillis()));
        hits.add(new GivenAgain(caller.tenantId(), caller.subject(), question.question(), answer, asked, took));
        return new Reply.Stream(new AnswerGivenAgain(answer, kept.age(now)));
    }

    private Uni<Reply> generate(AnswerRequest question, Terms terms) {
        return generate(question, terms, () -> anew(question, terms));
    }

    private Uni<Reply> generate(
            AnswerRequest question, Terms terms, Supplier<Uni<Optional<AnswerEvent.Terminal>>> anew) {
        var request = terms.of(UpstreamRequest.post(ANSWERS, question)).answering(Ids.next());
        var whole = terms.whole().map(time -> new GeneratedAnswer.Whole(time, anew));
        return events.open(UpstreamService.GENERATION, request).map(reply -> switch (reply) {
            case EventClient.Reply.Stream(Optional<UUID> answer, Multi<EventFrame> frames) ->
                new Reply.Stream(new GeneratedAnswer(answer, frames, rest -> rest(rest, terms), whole));
            case EventClient.Reply.Whole refused -> new Reply.Refusal(refused.reply());
        });
    }

    /** Once, and as an answer of its own, since what broke off may have been kept. */
    private Uni<Optional<AnswerEvent.Terminal>> anew(AnswerRequest question, Terms terms) {
        if (!retries.allow(UpstreamService.GENERATION)) {
            return Uni.createFrom().item(Optional.empty());
        }
        LOG.info("An answer that broke off is asked for anew");
        return generate(question, terms, () -> Uni.createFrom().item(Optional.empty()))
                .chain(reply -> switch (reply) {
                    case Reply.Stream(AnswerStream answer) -> answer.end().map(Optional::of);
                    case Reply.Refusal refusal -> Uni.createFrom().item(Optional.empty());
                });
    }

    /** The events of an answer after the one that the client has seen last, from whichever instance. */
    @Override
    public Uni<Response> events(Caller caller, UUID answer, @Nullable String lastEventId) {
        var request = terms(caller, Reading.RESUMABLE).of(log(answer)).resuming(lastEventId);
        return events.follow(UpstreamService.GENERATION, request);
    }

    private Multi<EventFrame> rest(AnswerSoFar.Rest rest, Terms terms) {
        LOG.infof("The rest of answer %s is asked for elsewhere", rest.answer());
        var request = terms.of(log(rest.answer())).resuming(Long.toString(rest.lastId()));
        return events.open(UpstreamService.GENERATION, request)
                .onItem()
                .transformToMulti(reply -> reply instanceof EventClient.Reply.Stream stream
                        ? stream.frames()
                        : Multi.createFrom().empty());
    }

    private static UpstreamRequest log(UUID answer) {
        return UpstreamRequest.get(ANSWERS + "/" + answer + "/events");
    }
}
