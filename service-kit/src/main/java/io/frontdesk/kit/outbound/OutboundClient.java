package io.frontdesk.kit.outbound;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks URLs that others chose. All answers fail with {@link OutboundError.Refused} where the guard refuses the URL or one that
 * it redirects to, and with {@link OutboundError.Failed} where there is no answer within the limits.
 */
@ApplicationScoped
public class OutboundClient {
    private static final int MAX_REDIRECTS = 5;

    private final OutboundGuard guard;
    private final OutboundExchange exchange;

    @Inject
    OutboundClient(OutboundGuard guard, Vertx vertx) {
        this(guard, vertx, new HttpClientOptions());
    }

    OutboundClient(OutboundGuard guard, Vertx vertx, HttpClientOptions options) {
        this.guard = guard;
        this.exchange = new OutboundExchange(vertx, options);
    }

    /**
     * Gets what a URL leads to, over at most five redirects.
     *
     * @param headers for the origin that the URL names; another to which it redirects gets none of them
     */
    public Uni<OutboundResponse> get(String url, Map<String, String> headers, Limits limits) {
        return within(limits, () -> follow(guard.read(url), headers, limits, MAX_REDIRECTS));
    }

    /** Gets a URL and no other: a redirect is answered as it comes. Whether one may be followed is asked anew, by asking for it. */
    public Uni<OutboundResponse> getOnce(OutboundUrl url, Map<String, String> headers, Limits limits) {
        return within(limits, () -> ask(url, headers, limits));
    }

    /** Posts to a URL and to no other: a redirect is answered as it comes. */
    public Uni<OutboundResponse> post(String url, Map<String, String> headers, Buffer body, Limits limits) {
        return within(limits, () -> guard.check(guard.read(url))
                .chain(checked -> exchange.send(checked, HttpMethod.POST, headers, body, limits.bytes())));
    }

    private Uni<OutboundResponse> follow(
            OutboundUrl url, Map<String, String> headers, Limits limits, int redirectsLeft) {
        return ask(url, headers, limits)
                .chain(response -> response.redirect().isPresent()
                        ? followFurther(response, headers, limits, redirectsLeft)
                        : Uni.createFrom().item(response));
    }

    private Uni<OutboundResponse> followFurther(
            OutboundResponse redirect, Map<String, String> headers, Limits limits, int redirectsLeft) {
        if (redirectsLeft == 0) {
            throw new OutboundError.Refused("The URL redirects more than " + MAX_REDIRECTS + " times");
        }
        OutboundUrl next = redirect.redirect().orElseThrow();
        Map<String, String> further = next.sameOriginAs(redirect.url()) ? headers : Map.of();
        return follow(next, further, limits, redirectsLeft - 1);
    }

    private Uni<OutboundResponse> ask(OutboundUrl url, Map<String, String> headers, Limits limits) {
        return guard.check(url)
                .chain(checked -> exchange.send(checked, HttpMethod.GET, headers, Buffer.buffer(), limits.bytes()));
    }

    private static Uni<OutboundResponse> within(Limits limits, Supplier<Uni<? extends OutboundResponse>> work) {
        return Uni.createFrom()
                .deferred(work)
                .ifNoItem()
                .after(limits.time())
                .failWith(() -> new OutboundError.Failed("There was no answer within " + limits.time()));
    }
}
