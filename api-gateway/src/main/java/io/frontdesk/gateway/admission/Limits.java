package io.frontdesk.gateway.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.contracts.Sha256;
import io.frontdesk.contracts.tokens.TenantLimits;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.AdmissionConfig.OfRoutes;
import io.frontdesk.gateway.admission.AdmissionConfig.Plan;
import io.frontdesk.gateway.admission.AdmissionConfig.Quota;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which limits hold for a request. */
@ApplicationScoped
class Limits {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);

    private final AdmissionConfig config;

    /** As long as somebody holds the grant; by identity, since it is the same one for every request that it is good for. */
    private final Cache<TokenGrant, Map<RouteClass, List<Limit>>> ofGrants =
            Caffeine.newBuilder().weakKeys().build();

    Limits(AdmissionConfig config) {
        this.config = config;
    }

    /** Of a caller and its tenant, on a class of routes. */
    List<Limit> of(TokenGrant grant, RouteClass routes) {
        return ofGrants.get(grant, absent -> new ConcurrentHashMap<>())
                .computeIfAbsent(routes, absent -> limits(grant, routes));
    }

    private List<Limit> limits(TokenGrant grant, RouteClass routes) {
        Plan plan = Objects.requireNonNull(config.plans().get(grant.plan()), "the defaults");
        Optional<OfRoutes> there = Optional.ofNullable(plan.routes().get(routes));
        // Names of visitors are their tenant's business, and of any length.
        String tenant = "admission:{" + grant.tenantId() + "}:" + routes.name().toLowerCase(Locale.ROOT);
        String caller = tenant + ":caller:" + Sha256.hex(grant.subject());
        return Stream.concat(
                        windows("", caller, quota(there, OfRoutes::caller, plan.caller())),
                        windows("tenant-", tenant + ":tenant", quota(there, OfRoutes::tenant, plan.tenant()))
                                .map(limit -> settled(limit, grant.limits())))
                .toList();
    }

    /** What the tenant wants, where it is less than its plan admits. */
    private static Limit settled(Limit plan, TenantLimits own) {
        Long most = plan.window().equals(MINUTE) ? own.perMinute() : own.perHour();
        return most == null || most >= plan.most()
                ? plan
                : new Limit(plan.policy(), plan.key(), plan.window(), most, Math.min(plan.burst(), most));
    }

    /** Of an address. */
    List<Limit> of(String address) {
        String key = "admission:address:" + address;
        return List.of(
                new Limit(
                        "address-minute",
                        key + ":minute",
                        MINUTE,
                        config.addresses().perMinute(),
                        0),
                new Limit(
                        "address-hour", key + ":hour", HOUR, config.addresses().perHour(), 0));
    }

    private static Quota quota(Optional<OfRoutes> there, Function<OfRoutes, Optional<Quota>> subject, Quota otherwise) {
        return there.flatMap(subject).orElse(otherwise);
    }

    private static Stream<Limit> windows(String prefix, String key, Quota quota) {
        return Stream.of(
                new Limit(
                        prefix + "minute",
                        key + ":minute",
                        MINUTE,
                        quota.perMinute(),
                        quota.burst().orElse(0)),
                new Limit(prefix + "hour", key + ":hour", HOUR, quota.perHour(), 0));
    }
}
