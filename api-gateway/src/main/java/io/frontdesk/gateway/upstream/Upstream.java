package io.frontdesk.gateway.upstream;

import io.frontdesk.contracts.Headers;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.balancing.Leaving;
import io.frontdesk.kit.balancing.Unreachable;
import io.frontdesk.kit.deadline.DeadlinePassed;
import io.frontdesk.kit.request.RequestIds;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceInstance;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Calls the services behind, over HTTP/2 without TLS (h2c), with a limit around each. */
@ApplicationScoped
public class Upstream {
    /** So many streams of 64 KB may be paused at once for slow clients before a connection's others have to wait. */
    private static final int CONNECTION_WINDOW = 256 * 65_535;

    private final UpstreamConfig config;
    private final Retries retries;
    private final ConcurrencyLimits limits;
    private final HttpClient http;

    /** The client's own connection window is also what Vert.x lets gather of a body that is not taken behind. */
    private final HttpClient uploads;

    Upstream(Vertx vertx, UpstreamConfig config, Retries retries, ConcurrencyLimits limits) {
        this.config = config;
        this.retries = retries;
        this.limits = limits;
        this.http = vertx.createHttpClient(options(config).setHttp2ConnectionWindowSize(CONNECTION_WINDOW));
        this.uploads = vertx.createHttpClient(options(config));
    }

    private static HttpClientOptions options(UpstreamConfig config) {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(config.connections())
                .setConnectTimeout((int) config.connectTimeout().toMillis());
    }

    /** The whole reply, whatever its status below 500. */
    public Uni<UpstreamReply> call(UpstreamService service, UpstreamRequest request) {
        Budget budget = request.budget().orElseGet(() -> Budget.forWhole(time(request)));
        return open(service, request, budget).chain(response -> whole(service, response, budget));
    }

    /** The reply's head; its body is paused, and comes when it is asked for. */
    public Uni<HttpClientResponse> open(UpstreamService service, UpstreamRequest request) {
        return open(service, request, request.budget().orElseGet(() -> Budget.forHead(time(request))));
    }

    private Duration time(UpstreamRequest request) {
        return request.patience().orElse(config.timeout());
    }

    private Uni<HttpClientResponse> open(UpstreamService service, UpstreamRequest request, Budget budget) {
        String requestId = RequestIds.current();
        UpstreamRequest named = requestId == null ? request : request.with(Headers.REQUEST_ID, requestId);
        return retries.around(service, named, budget, () -> attempt(service, named, budget));
    }

    private Uni<HttpClientResponse> attempt(UpstreamService service, UpstreamRequest request, Budget budget) {
        if (budget.isOver()) {
            return Uni.createFrom().failure(budget.over(service));
        }
        var attempt = new Attempt(budget);
        return limits.around(service, request, () -> begun(service, request, attempt))
                .onCancellation()
                .invoke(attempt::abandon);
    }

    private Uni<HttpClientResponse> begun(UpstreamService service, UpstreamRequest request, Attempt attempt) {
        return Attempt.toItsEnd(instance(service).chain(instance -> send(service, instance, request, attempt)));
    }

    /** The one to ask, which counts as asked from now on. */
    private static Uni<ServiceInstance> instance(UpstreamService service) {
        return Stork.getInstance()
                .getService(service.serviceName())
                .selectInstanceAndRecordStart(false)
                .onFailure(NoServiceInstanceFoundException.class)
                .transform(e -> GatewayError.Unavailable.unsent(service.serviceName(), e));
    }

    private Uni<HttpClientResponse> send(
            UpstreamService service, ServiceInstance instance, UpstreamRequest request, Attempt attempt) {
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(instance.getHost())
                .setPort(instance.getPort())
                .setURI(request.path())
                .setConnectTimeout(Math.min(
                        config.connectTimeout().toMillis(), attempt.budget().millisLeft()));
        HttpClient client = request.body() instanceof OutgoingBody.Streamed ? uploads : http;
        return client.request(options)
                .onFailure()
                .transform(e -> unsent(service, attempt.budget(), e))
                .invoke(attempt::began)
                .chain(outgoing -> exchange(service, outgoing, request, attempt))
                .onFailure()
                .invoke(e -> instance.recordEnd(isTheInstancesFault(e) ? e : new CancellationException()))
                .invoke(response -> count(service, instance, response))
                .invoke(response -> Leaving.heed(instance, response::getHeader))
                .chain(response -> usable(service, request, response, attempt.budget()));
    }

    /** An instance is not to blame for a connection that there was no time for. */
    private static RuntimeException unsent(UpstreamService service, Budget budget, Throwable e) {
        return budget.isOver() ? budget.over(service) : GatewayError.Unavailable.unsent(service.serviceName(), e);
    }

    private static boolean isTheInstancesFault(Throwable e) {
        return !(e instanceof GatewayError.Abandoned
                || e instanceof GatewayError.BodyTooLarge
                || e instanceof DeadlinePassed);
    }

    /**
     * An error counts by its head: Vert.x tells nothing more of a reply that had come whole when it was reset. With 503 and 504, what is
     * behind the instance does not serve, or had no time.
     */
    private static void count(UpstreamService service, ServiceInstance instance, HttpClientResponse response) {
        int status = response.statusCode();
        if (status < 500) {
            countUntilTheEnd(instance, response);
        } else if (status == 503 || status == 504) {
            instance.recordEnd(new CancellationException());
        } else {
            instance.recordEnd(broken(service, status));
        }
    }

    private static GatewayError.Broken broken(UpstreamService service, int status) {
        return new GatewayError.Broken(service.serviceName(), "failed with status " + status, null);
    }

    /** An instance is as busy as it has streams open; nobody knows how one ends that its caller gave up. */
    private static void countUntilTheEnd(ServiceInstance instance, HttpClientResponse response) {
        response.end()
                .subscribe()
                .with(
                        end -> instance.recordEnd(null),
                        e -> instance.recordEnd(e instanceof StreamResetException ? new CancellationException() : e));
    }

    private Uni<HttpClientResponse> exchange(
            UpstreamService service, HttpClientRequest outgoing, UpstreamRequest request, Attempt attempt) {
        Budget budget = attempt.budget();
        request.headers().forEach(outgoing::putHeader);
        budget.header().ifPresent(left -> outgoing.putHeader(Headers.TIME_LEFT, left));
        Uni<HttpClientResponse> reply = request.body()
                .sentBy(outgoing)
                .onFailure(e -> attempt.isAbandoned())
                .transform(GatewayError.Abandoned::new)
                .onFailure(e -> !(e instanceof GatewayError))
                .transform(e -> unanswered(service, outgoing, request, e));
        return budget.hold(service, reply)
                .onFailure()
                .invoke(() -> outgoing.reset())
                .invoke(HttpClientResponse::pause);
    }

    private static RuntimeException unanswered(
            UpstreamService service, HttpClientRequest outgoing, UpstreamRequest request, Throwable e) {
        int stream = stream(outgoing);
        boolean untaken = stream < 0 || Unreachable.wasNotTaken(e, stream);
        return untaken && request.body().canBeSentAgain()
                ? GatewayError.Unavailable.unsent(service.serviceName(), e)
                : new GatewayError.Unavailable(service.serviceName(), e);
    }

    /** Negative where nothing was sent: Vert.x fails to say so where the connection ended before the request had a stream. */
    static int stream(HttpClientRequest outgoing) {
        try {
            return outgoing.streamId();
        } catch (NullPointerException none) {
            return -1;
        }
    }

    private static Uni<HttpClientResponse> usable(
            UpstreamService service, UpstreamRequest request, HttpClientResponse response, Budget budget) {
        int status = response.statusCode();
        if (status < 500) {
            return Uni.createFrom().item(response);
        }
        response.request().reset();
        return Uni.createFrom().failure(failure(service, request, response, budget));
    }

    private static RuntimeException failure(
            UpstreamService service, UpstreamRequest request, HttpClientResponse response, Budget budget) {
        int status = response.statusCode();
        if (Leaving.isRefusal(status, response::getHeader) && request.body().canBeSentAgain()) {
            return GatewayError.Unavailable.unsent(service.serviceName(), null);
        }
        return switch (status) {
            case 503 -> new GatewayError.Unavailable(service.serviceName(), null);
            case 504 -> budget.over(service);
            default -> broken(service, status);
        };
    }

    /** The rest of a reply, once its head is there, in the usual time. */
    public Uni<UpstreamReply> whole(UpstreamService service, HttpClientResponse response) {
        return whole(service, response, Budget.forWhole(config.timeout()));
    }

    private Uni<UpstreamReply> whole(UpstreamService service, HttpClientResponse response, Budget budget) {
        Uni<UpstreamReply> reply = response.toMulti()
                .onItem()
                .scan(Buffer::buffer, (whole, part) -> append(service, whole, part))
                .collect()
                .last()
                .map(body -> UpstreamReply.of(service, response, body))
                .onFailure(e -> !(e instanceof GatewayError))
                .transform(e -> new GatewayError.Broken(service.serviceName(), "broke off its answer", e));
        return budget.hold(service, reply)
                .onFailure()
                .invoke(() -> response.request().reset())
                .onCancellation()
                .invoke(() -> response.request().reset());
    }

    private Buffer append(UpstreamService service, Buffer whole, Buffer part) {
        if (whole.length() + part.length() > config.maxReplyBytes()) {
            throw new GatewayError.Broken(service.serviceName(), "answered more than is taken", null);
        }
        return whole.appendBuffer(part);
    }
}
