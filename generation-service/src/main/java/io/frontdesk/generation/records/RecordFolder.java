package io.frontdesk.generation.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.frontdesk.generation.records.FinishedStore.Batch;
import io.frontdesk.generation.records.FinishedStore.Taken;
import io.frontdesk.kit.database.RemovedTenant;
import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Folds records into PostgreSQL, those of a tenant in one transaction. A record is forgotten when it has been committed, or
 * will never be: its tenant has gone, or nobody can read it.
 */
@ApplicationScoped
class RecordFolder {
    private static final Logger LOG = Logger.getLogger(RecordFolder.class);
    private static final int TENANTS_AT_ONCE = 4;

    private final FinishedStore finished;
    private final AnswerStore answers;
    private final List<AfterFolding> after;
    private final RecordJson json;
    private final RecordsConfig config;
    private final MeterRegistry metrics;
    private final Rounds rounds;
    private final AtomicLong waiting = new AtomicLong();

    RecordFolder(
            FinishedStore finished,
            AnswerStore answers,
            @All List<AfterFolding> after,
            RecordJson json,
            RecordsConfig config,
            MeterRegistry metrics,
            Vertx vertx) {
        this.finished = finished;
        this.answers = answers;
        this.after = List.copyOf(after);
        this.json = json;
        this.config = config;
        this.metrics = metrics;
        this.rounds = new Rounds(vertx, "Records of answers", config.poll(), this::fold);
        Gauge.builder("frontdesk.records.waiting", waiting, AtomicLong::get).register(metrics);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Boolean> fold() {
        return finished.take(config.batch(), config.claimAfter())
                .invoke(batch -> waiting.set(batch.waiting()))
                .call(this::foldAll)
                .map(batch -> batch.taken().size() == config.batch());
    }

    private Uni<Void> foldAll(Batch batch) {
        Map<UUID, List<Readable>> ofTenants = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (Taken taken : batch.taken()) {
            try {
                FinishedAnswer answer = json.read(taken.json());
                ofTenants
                        .computeIfAbsent(answer.tenantId(), tenant -> new ArrayList<>())
                        .add(new Readable(taken.entry(), answer));
            } catch (JsonProcessingException e) {
                // Its message may hold what the customer asked.
                LOG.errorf(
                        "Record %s of an answer cannot be read: %s",
                        taken.entry(), e.getClass().getSimpleName());
                unreadable.add(taken.entry());
            }
        }
        return forget(unreadable, "unreadable").chain(() -> Multi.createFrom()
                .iterable(ofTenants.entrySet())
                .onItem()
                .transformToUni(of -> fold(of.getKey(), of.getValue()))
                .merge(TENANTS_AT_ONCE)
                .onItem()
                .ignoreAsUni());
    }

    private record Readable(String entry, FinishedAnswer answer) {}

    private Uni<Void> fold(UUID tenant, List<Readable> records) {
        return keep(tenant, records)
                .onFailure(e -> isRefused(e) && records.size() > 1)
                .recoverWithUni(() -> foldOneByOne(tenant, records))
                .onFailure(e -> isRefused(e) && records.size() == 1)
                .recoverWithUni(e -> refused(records.getFirst(), e))
                .onFailure(RemovedTenant::isCauseOf)
                .recoverWithUni(() -> forget(entries(records), "removed_tenant"));
    }

    private Uni<Void> keep(UUID tenant, List<Readable> records) {
        List<FinishedAnswer> folded = records.stream().map(Readable::answer).toList();
        return answers.keep(tenant, folded)
                .chain(() -> Multi.createFrom()
                        .iterable(after)
                        .onItem()
                        .transformToUniAndConcatenate(next -> next.folded(tenant, folded))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> forget(entries(records), "kept"));
    }

    /** So that one record that PostgreSQL does not take holds up no other. */
    private Uni<Void> foldOneByOne(UUID tenant, List<Readable> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(one -> fold(tenant, List.of(one)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> refused(Readable one, Throwable e) {
        LOG.errorf(
                e,
                "PostgreSQL does not take the record of answer %s",
                one.answer().id());
        return forget(List.of(one.entry()), "refused");
    }

    private Uni<Void> forget(List<String> entries, String outcome) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : finished.forget(entries).invoke(() -> metrics.counter("frontdesk.records.folded", "outcome", outcome)
                        .increment(entries.size()));
    }

    private static List<String> entries(List<Readable> records) {
        return records.stream().map(Readable::entry).toList();
    }

    /** For what is in it (SQLSTATE classes 22 and 23), so that it would be again. */
    private static boolean isRefused(Throwable e) {
        return e instanceof PgException refused
                && refused.getSqlState() != null
                && (refused.getSqlState().startsWith("22")
                        || refused.getSqlState().startsWith("23"));
    }
}
