package io.frontdesk.generation.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.llm.LlmQuotaWarning;
import io.frontdesk.kit.events.Publisher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Tells of quotas that come to their end: in the log, in a metric, and over Kafka, which nothing waits for. */
@ApplicationScoped
class QuotaWarnings {
    private static final Logger LOG = Logger.getLogger(QuotaWarnings.class);

    private final Publisher publisher;
    private final ObjectMapper json;
    private final MeterRegistry registry;

    QuotaWarnings(Publisher publisher, ObjectMapper json, MeterRegistry registry) {
        this.publisher = publisher;
        this.json = json;
        this.registry = registry;
    }

    void tell(QuotaWarning warning) {
        LOG.warnf(
                "Key %s has taken %d of %d %s, more than %d %%; at this pace they are spent %s",
                warning.alias(),
                warning.used(),
                warning.allowed(),
                warning.limit(),
                warning.percent(),
                warning.spentIn() == null ? "after midnight (UTC)" : "in " + warning.spentIn());
        registry.counter(
                        "frontdesk.llm.quota.warnings",
                        "key",
                        warning.alias(),
                        "percent",
                        Integer.toString(warning.percent()))
                .increment();
        publisher
                .send(
                        Topics.LLM_EVENTS,
                        warning.alias(),
                        Ids.next(),
                        LlmQuotaWarning.TYPE,
                        null,
                        Instant.now(),
                        data(warning))
                .subscribe()
                .with(sent -> {}, e -> LOG.warnf("Kafka was not told of key %s: %s", warning.alias(), e));
    }

    private String data(QuotaWarning warning) {
        try {
            return json.writeValueAsString(new LlmQuotaWarning(
                    warning.alias(),
                    warning.limit(),
                    warning.percent(),
                    warning.used(),
                    warning.allowed(),
                    warning.spentIn() == null ? null : warning.spentIn().toSeconds()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
