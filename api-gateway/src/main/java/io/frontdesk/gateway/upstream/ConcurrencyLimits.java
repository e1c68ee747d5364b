package io.frontdesk.gateway.upstream;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import io.frontdesk.gateway.problem.GatewayError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many calls to each service may be under way at once: fewer where its replies come later than they used to, more where they
 * do not (Gradient2 of Netflix concurrency-limits). What is over that is refused at once, so that the rest is served in time.
 *
 * <p>A call is under way until the head of its reply: a stream that lasts for minutes takes no place while it does.
 */
@ApplicationScoped
public class ConcurrencyLimits {
    /** The limit is looked at again after this time at the soonest, once there are ten replies. */
    private static final long WINDOW_MILLIS = 100;

    private final Map<UpstreamService, PriorityLimiter> limiters = new EnumMap<>(UpstreamService.class);
    private final MeterRegistry metrics;

    ConcurrencyLimits(UpstreamConfig config, MeterRegistry metrics) {
        this.metrics = metrics;
        for (UpstreamService service : UpstreamService.values()) {
            UpstreamConfig.Limit limit = Objects.requireNonNull(config.limits().get(service), "the defaults");
            limiters.put(service, new PriorityLimiter(algorithm(limit), limit.queuedShare()));
            publish(service);
        }
    }

    static Limit algorithm(UpstreamConfig.Limit config) {
        Limit gradient = Gradient2Limit.newBuilder()
                .initialLimit(config.initial())
                .minLimit(config.least())
                .maxConcurrency(config.most())
                .queueSizeFunction(limit -> (int) Math.sqrt(limit))
                .build();
        // Kinds of calls differ in how long they take: one by one they would look like a service that slows down.
        return WindowedLimit.newBuilder()
                .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .build(gradient);
    }

    private void publish(UpstreamService service) {
        gauge("frontdesk_upstream_limit", "Calls that may be under way at once", service, PriorityLimiter::getLimit);
        gauge("frontdesk_upstream_calls", "Calls under way, until their heads", service, PriorityLimiter::getInflight);
        for (Priority priority : Priority.values()) {
            refused(service, priority);
        }
    }

    private void gauge(
            String name, String description, UpstreamService service, ToDoubleFunction<PriorityLimiter> value) {
        Gauge.builder(name, limiter(service), value)
                .description(description)
                .tag("service", service.serviceName())
                .register(metrics);
    }

    private Counter refused(UpstreamService service, Priority priority) {
        return Counter.builder("frontdesk_upstream_refused")
                .description("Calls that were not made, since as many as may be were under way")
                .tag("service", service.serviceName())
                .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private PriorityLimiter limiter(UpstreamService service) {
        return Objects.requireNonNull(limiters.get(service));
    }

    /**
     * Refuses what somebody waits for and will not be without a call to this service, before anything else is done for it.
     *
     * @return fails with {@link GatewayError.Overloaded} where there is no room for one at this moment
     */
    public Uni<Void> room(UpstreamService service) {
        return Uni.createFrom()
                .deferred(() -> limiter(service).hasRoom(Priority.INTERACTIVE)
                        ? Uni.createFrom().voidItem()
                        : refuse(service, Priority.INTERACTIVE));
    }

    /** The call, where there is room for it; {@link GatewayError.Overloaded} where there is none. */
    Uni<HttpClientResponse> around(
            UpstreamService service, UpstreamRequest request, Supplier<Uni<HttpClientResponse>> call) {
        return Uni.createFrom().deferred(() -> limiter(service)
                .acquire(request.priority())
                .map(place -> holding(place, request, call))
                .orElseGet(() -> refuse(service, request.priority())));
    }

    private <T> Uni<T> refuse(UpstreamService service, Priority priority) {
        refused(service, priority).increment();
        return Uni.createFrom().failure(new GatewayError.Overloaded(service.serviceName()));
    }

    private static Uni<HttpClientResponse> holding(
            Limiter.Listener place, UpstreamRequest request, Supplier<Uni<HttpClientResponse>> call) {
        return Uni.createFrom()
                .<HttpClientResponse>deferred(call::get)
                .onTermination()
                .invoke((head, failure, cancelled) -> giveBack(place, request, head, failure));
    }

    /** Only what the service took time for tells how busy it is; how long an upload takes is up to the client. */
    private static void giveBack(
            Limiter.Listener place,
            UpstreamRequest request,
            @Nullable HttpClientResponse head,
            @Nullable Throwable failure) {
        if (request.body() instanceof OutgoingBody.Streamed) {
            place.onIgnore();
        } else if (head != null) {
            place.onSuccess();
        } else if (failure instanceof GatewayError.TimedOut) {
            place.onDropped();
        } else {
            place.onIgnore();
        }
    }
}
