package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.Door;
import io.frontdesk.gateway.admission.TenantStanding;
import io.frontdesk.gateway.answers.AnswersClient;
import io.frontdesk.gateway.answers.Reading;
import io.frontdesk.gateway.cache.WarmingReport.Outcome;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks questions as anybody would, a few at a time: what may be given again is then kept. Each counts for the limits of answers, and is
 * asked after those for which somebody waits.
 */
@ApplicationScoped
class Warming {
    private static final Logger LOG = Logger.getLogger(Warming.class);
    private static final int AT_ONCE = 4;

    private final AnswersClient answers;
    private final Door door;

    Warming(AnswersClient answers, Door door) {
        this.answers = answers;
        this.door = door;
    }

    /** @param grant of whoever the questions are asked as */
    Uni<WarmingReport> ask(TokenGrant grant, List<String> questions) {
        Caller caller = CurrentCaller.of(grant);
        return Multi.createFrom()
                .iterable(questions)
                .onItem()
                .transformToUni(question -> admit(caller, grant, AnswerRequest.asking(question)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(WarmingReport::of);
    }

    private Uni<Outcome> admit(Caller caller, TokenGrant grant, AnswerRequest question) {
        return door.question(grant)
                .chain(verdict -> verdict == TenantStanding.Verdict.HOLDS
                        ? ask(caller, question)
                        : Uni.createFrom().item(new Outcome.Failed()))
                .onFailure(GatewayError.QuotaExceeded.class)
                .recoverWithItem(
                        e -> new Outcome.Refused(question.question(), ((GatewayError.QuotaExceeded) e).retryAfter()))
                .onFailure()
                .invoke(e -> LOG.warnf("A question could not be asked beforehand: %s", e))
                .onFailure()
                .recoverWithItem(new Outcome.Failed());
    }

    private Uni<Outcome> ask(Caller caller, AnswerRequest question) {
        return answers.ask(caller, question, Reading.BEFOREHAND).chain(reply -> switch (reply) {
            case AnswersClient.Reply.Refusal refusal -> Uni.createFrom().item(new Outcome.Failed());
            case AnswersClient.Reply.Stream stream -> stream.answer().end().map(Warming::outcome);
        });
    }

    private static Outcome outcome(AnswerEvent.Terminal end) {
        return switch (end) {
            case AnswerEvent.Completed(Answer answer) ->
                answer.cache() == Answer.Cache.MISS ? new Outcome.Answered() : new Outcome.Known();
            case AnswerEvent.Escalated escalated -> new Outcome.Answered();
            case AnswerEvent.Incomplete incomplete -> new Outcome.Failed();
            case AnswerEvent.Failed failed -> new Outcome.Failed();
        };
    }
}
