package io.frontdesk.generation.log;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What is worth knowing of logs: what Redis did not take, what was left behind, and what one answer did for many. */
@ApplicationScoped
class LogMetrics {
    private final MeterRegistry registry;
    private final AtomicInteger writing = new AtomicInteger();

    LogMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("frontdesk.answer.log.writing", writing);
    }

    /** An answer is being written here. */
    void begun() {
        writing.incrementAndGet();
    }

    /** It is not any more. */
    void over() {
        writing.decrementAndGet();
    }

    /** An answer, or a part of one, could not be kept. */
    void unkept(String what) {
        registry.counter("frontdesk.answer.log.unkept", "what", what).increment();
    }

    void followed() {
        registry.counter("frontdesk.answer.log.followed").increment();
    }

    void takenOver() {
        registry.counter("frontdesk.answer.log.taken.over").increment();
    }

    /** Nobody wanted it any more. */
    void abandoned() {
        registry.counter("frontdesk.answer.log.abandoned").increment();
    }

    /** A writer found that another has its lease. */
    void lost() {
        registry.counter("frontdesk.answer.log.lost").increment();
    }
}
