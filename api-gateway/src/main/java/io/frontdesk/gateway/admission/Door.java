package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.upstream.ConcurrencyLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where every request is let in, or not, and told why. */
@ApplicationScoped
public class Door {
    private static final String PASSED = Door.class.getName();

    private record Outcome(RouteClass routes, boolean admitted, boolean shared) {}

    private final Admissions admissions;
    private final Limits limits;
    private final ClientAddresses addresses;
    private final ConcurrencyLimits upstream;
    private final MeterRegistry metrics;
    private final Map<Outcome, Counter> counters = new ConcurrentHashMap<>();

    Door(
            Admissions admissions,
            Limits limits,
            ClientAddresses addresses,
            ConcurrencyLimits upstream,
            MeterRegistry metrics) {
        this.admissions = admissions;
        this.limits = limits;
        this.addresses = addresses;
        this.upstream = upstream;
        this.metrics = metrics;
    }

    /**
     * A request of which no more is known than from where it comes.
     *
     * @return fails with {@link GatewayError.QuotaExceeded} where its address has asked too often
     */
    public Uni<Void> stranger(RoutingContext request) {
        request.put(PASSED, true);
        return addresses
                .counted(request.request())
                .map(address -> admissions
                        .admit(limits.of(address))
                        .invoke(decision -> enter(request, decision))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /**
     * A known caller's request: counted, and decided over. It is let in by {@link #enter}, if its tenant's standing allows it.
     *
     * @return fails with {@link GatewayError.Overloaded}, uncounted, where the service that it needs has no room
     */
    public Uni<Admission> caller(RoutingContext request, TokenGrant grant) {
        request.put(PASSED, true);
        RouteClass routes = RouteClass.of(request.normalizedPath());
        return routes.needs()
                .map(upstream::room)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> admissions.admit(grant, limits.of(grant, routes)));
    }

    /**
     * Lets a request in that is admitted.
     *
     * @throws GatewayError.QuotaExceeded otherwise
     */
    public void enter(RoutingContext request, Admission admission) {
        enter(request, admission.decision());
    }

    /**
     * One of the questions that a caller asks by one request: counted among answers, as if it came by itself.
     *
     * @return what becomes of the grant; fails with {@link GatewayError.QuotaExceeded} where too much is asked
     */
    public Uni<TenantStanding.Verdict> question(TokenGrant grant) {
        return admissions.admit(grant, limits.of(grant, RouteClass.ANSWERS)).map(admission -> {
            enter(RouteClass.ANSWERS, admission.decision(), new LimitHeaders(admission.decision()));
            return admission.standing().of(grant);
        });
    }

    /** Whether it was decided over a request. */
    boolean hasPassed(RoutingContext request) {
        return request.get(PASSED) != null;
    }

    private void enter(RoutingContext request, Decision decision) {
        var told = new LimitHeaders(decision);
        String path = request.normalizedPath();
        told.addTo(request.response().headers());
        if (RouteClass.isOpenAis(path)) {
            told.addForOpenAi(request.response().headers());
        }
        enter(RouteClass.of(path), decision, told);
    }

    private void enter(RouteClass routes, Decision decision, LimitHeaders told) {
        var outcome = new Outcome(routes, decision.admitted(), decision.shared());
        counters.computeIfAbsent(outcome, this::counter).increment();
        if (!decision.admitted()) {
            throw new GatewayError.QuotaExceeded(told.violated(), told.retryAfter());
        }
    }

    private Counter counter(Outcome of) {
        return Counter.builder("frontdesk_admissions")
                .description("Requests over which the limits decided, together or by this gateway's share")
                .tag("routes", of.routes().name().toLowerCase(Locale.ROOT))
                .tag("outcome", of.admitted() ? "admitted" : "refused")
                .tag("enforced", of.shared() ? "by_share" : "together")
                .register(metrics);
    }
}
