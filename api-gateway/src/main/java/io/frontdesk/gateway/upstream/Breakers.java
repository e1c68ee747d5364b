package io.frontdesk.gateway.upstream;

import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.balancing.Unreachable;
import io.frontdesk.kit.deadline.DeadlinePassed;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A breaker for each service behind: while most calls to it fail, the rest are refused at once, so that nothing piles up. What befalls
 * connections is an instance's matter, which is left out where instances are chosen; with it, a hundred calls may fail at once.
 */
@ApplicationScoped
class Breakers {
    /** Enough calls that a few unlucky ones open nothing. */
    private static final int WINDOW = 20;

    private static final double FAILURES = 0.5;
    private static final long OPEN_SECONDS = 2;

    private final Map<UpstreamService, TypedGuard<Uni<HttpClientResponse>>> breakers = new ConcurrentHashMap<>();

    Uni<HttpClientResponse> around(UpstreamService service, Supplier<Uni<HttpClientResponse>> call) {
        return breakers.computeIfAbsent(service, Breakers::breaker)
                .get(call)
                .onFailure(CircuitBreakerOpenException.class)
                .transform(e -> new GatewayError.Unavailable(service.serviceName(), e));
    }

    private static TypedGuard<Uni<HttpClientResponse>> breaker(UpstreamService service) {
        return TypedGuard.create(new TypeLiteral<Uni<HttpClientResponse>>() {})
                .withDescription(service.serviceName())
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .failureRatio(FAILURES)
                .when(e -> isTheServicesFault(e) && !Unreachable.is(e) && !Retries.wasNotSent(e))
                .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
                .done()
                .build();
    }

    static boolean isTheServicesFault(Throwable e) {
        return !(e instanceof GatewayError.Abandoned
                || e instanceof GatewayError.BodyTooLarge
                || e instanceof DeadlinePassed);
    }
}
