package io.frontdesk.gateway.upstream;

import io.frontdesk.gateway.problem.GatewayError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The second try of a request that failed before anything of its reply was there, where nothing is done twice by it; of so many
 * requests only that a service which fails is not asked twice as much. What nobody took is offered a few times.
 */
@ApplicationScoped
public class Retries {
    /** Of several instances more than one may stop at a time. */
    private static final int UNTAKEN_TRIES = 3;

    private final Map<UpstreamService, RetryBudget> budgets = new EnumMap<>(UpstreamService.class);
    private final MeterRegistry metrics;

    Retries(UpstreamConfig config, MeterRegistry metrics) {
        this.metrics = metrics;
        var retries = config.retries();
        for (UpstreamService service : UpstreamService.values()) {
            budgets.put(
                    service, new RetryBudget(retries.share(), retries.perSecond(), retries.saved(), System::nanoTime));
            count(service, true);
            count(service, false);
        }
    }

    private Counter count(UpstreamService service, boolean made) {
        return Counter.builder("frontdesk_upstream_retries")
                .description("Requests that failed and were to be tried again: that were, or were over the budget")
                .tag("service", service.serviceName())
                .tag("outcome", made ? "made" : "refused")
                .register(metrics);
    }

    /** Whether something may be asked anew, as a request of its own, of which nothing has been shown: within the same budget. */
    public boolean allow(UpstreamService service) {
        boolean made = Objects.requireNonNull(budgets.get(service)).retry();
        count(service, made).increment();
        return made;
    }

    Uni<HttpClientResponse> around(
            UpstreamService service, UpstreamRequest request, Budget time, Supplier<Uni<HttpClientResponse>> attempt) {
        RetryBudget budget = Objects.requireNonNull(budgets.get(service));
        return Uni.createFrom()
                .<HttpClientResponse>deferred(() -> {
                    budget.request();
                    return attempt.get();
                })
                .onFailure(e -> mayTryAnother(e, request) && !time.isOver())
                .recoverWithUni(e -> again(service, e, time, attempt, 1));
    }

    private Uni<HttpClientResponse> again(
            UpstreamService service,
            Throwable failure,
            Budget time,
            Supplier<Uni<HttpClientResponse>> attempt,
            int tried) {
        if (wasNotSent(failure)) {
            count(service, true).increment();
        } else if (!allow(service)) {
            return Uni.createFrom().failure(failure);
        }
        return attempt.get()
                .onFailure(e -> tried < UNTAKEN_TRIES && wasNotSent(e) && !time.isOver())
                .recoverWithUni(e -> again(service, e, time, attempt, tried + 1));
    }

    private static boolean mayTryAnother(Throwable e, UpstreamRequest request) {
        return e instanceof GatewayError.Unavailable && (request.repeatable() || wasNotSent(e));
    }

    /** What found nobody to take it is no load on the service: half of a crowd may meet an instance that has just died, or stops. */
    private static boolean wasNotSent(Throwable e) {
        return e instanceof GatewayError.Unavailable unavailable && !unavailable.sent();
    }
}
