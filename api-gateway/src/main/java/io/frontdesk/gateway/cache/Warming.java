package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.gateway.admission.FurtherAdmissions;
import io.frontdesk.gateway.admission.RouteClass;
import io.frontdesk.gateway.answers.AnswersClient;
import io.frontdesk.gateway.answers.Reading;
import io.frontdesk.gateway.cache.WarmingReport.Outcome;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Asks questions as anybody would, each within the limits and a few at a time: what may be given again is then kept. */
@ApplicationScoped
class Warming {
    private static final Logger LOG = Logger.getLogger(Warming.class);
    private static final int AT_ONCE = 4;

    private final AnswersClient answers;
    private final FurtherAdmissions admissions;

    Warming(AnswersClient answers, FurtherAdmissions admissions) {
        this.answers = answers;
        this.admissions = admissions;
    }

    Uni<WarmingReport> ask(Caller caller, WarmingQuestions questions) {
        return Multi.createFrom()
                .iterable(questions.asked())
                .onItem()
                .transformToUni(question -> admissions
                        .admits(RouteClass.ANSWERS)
                        .chain(admitted -> admitted
                                ? ask(caller, question)
                                : Uni.createFrom().item(Outcome.REFUSED)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(WarmingReport::of);
    }

    private Uni<Outcome> ask(Caller caller, AnswerRequest question) {
        return answers.ask(caller, question, Reading.BEFOREHAND)
                .chain(reply -> switch (reply) {
                    case AnswersClient.Reply.Refusal refusal -> Uni.createFrom().item(Outcome.FAILED);
                    case AnswersClient.Reply.Stream stream ->
                        stream.answer().end().map(Warming::outcome);
                })
                .onFailure()
                .invoke(e -> LOG.warnf("A question could not be asked beforehand: %s", e))
                .onFailure()
                .recoverWithItem(Outcome.FAILED);
    }

    private static Outcome outcome(AnswerEvent.Terminal end) {
        return switch (end) {
            case AnswerEvent.Completed(Answer answer) ->
                answer.cache() == Answer.Cache.HIT ? Outcome.KNOWN : Outcome.ANSWERED;
            case AnswerEvent.Escalated escalated -> Outcome.ANSWERED;
            case AnswerEvent.Incomplete incomplete -> Outcome.FAILED;
            case AnswerEvent.Failed failed -> Outcome.FAILED;
        };
    }
}
