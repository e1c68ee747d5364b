package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Has a sample of the questions that were answered by another's answer answered anew, and counts whether that says the same. */
@ApplicationScoped
class HitChecks {
    private static final Logger LOG = Logger.getLogger(HitChecks.class);

    private final SemanticAnswersConfig config;
    private final Map<HitVerdict, Counter> counters = new EnumMap<>(HitVerdict.class);
    private final AtomicInteger underWay = new AtomicInteger();

    HitChecks(SemanticAnswersConfig config, MeterRegistry metrics) {
        this.config = config;
        for (HitVerdict verdict : HitVerdict.values()) {
            counters.put(verdict, metrics.counter("frontdesk.semantic.hits.checked", "verdict", verdict.label()));
        }
        Gauge.builder("frontdesk.semantic.hits.wrong.ratio", this, HitChecks::wrongRatio)
                .register(metrics);
    }

    /** Perhaps has the question of an answer that has just been given answered anew. Nobody waits for it. */
    void sample(Answer given, Supplier<Multi<AnswerEvent>> anew) {
        if (ThreadLocalRandom.current().nextDouble() >= config.checkedShare()) {
            return;
        }
        if (underWay.incrementAndGet() > config.maxChecks()) {
            underWay.decrementAndGet();
            return;
        }
        Multi.createFrom()
                .deferred(anew::get)
                .filter(AnswerEvent.Terminal.class::isInstance)
                .map(AnswerEvent.Terminal.class::cast)
                .toUni()
                .map(end -> end == null ? HitVerdict.UNCLEAR : HitVerdict.of(given, end))
                .onFailure()
                .recoverWithItem(HitVerdict.UNCLEAR)
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(verdict -> count(given, verdict), e -> LOG.warnf("A semantic hit was not checked: %s", e));
    }

    private void count(Answer given, HitVerdict verdict) {
        if (verdict == HitVerdict.WRONG) {
            LOG.infof("Answer %s was given for a question that it may not answer", given.id());
        }
        counter(verdict).increment();
    }

    /** Of those that could be judged since the start; not a number before the first. */
    private double wrongRatio() {
        double wrong = counter(HitVerdict.WRONG).count();
        return wrong / (wrong + counter(HitVerdict.SAME).count());
    }

    private Counter counter(HitVerdict verdict) {
        return Objects.requireNonNull(counters.get(verdict));
    }
}
