package io.frontdesk.kit.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GrantCacheTest {
    private final GrantCache<String> grants = new GrantCache<>(10, Duration.ofMinutes(1));
    private final TokenGrant grant =
            new TokenGrant("token", "Bearer", 300, Ids.next(), "key:1", "chat", "free", List.of(), Map.of());
    private final CompletableFuture<Optional<TokenGrant>> reply = new CompletableFuture<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Supplier<Uni<Optional<TokenGrant>>> request = () -> {
        requests.incrementAndGet();
        return Uni.createFrom().completionStage(reply);
    };

    @Test
    void asksOnceForAllWhoWait() {
        var first = ask();
        var second = ask();

        reply.complete(Optional.of(grant));

        first.awaitItem().assertItem(Optional.of(grant));
        second.awaitItem().assertItem(Optional.of(grant));
        assertThat(requests).hasValue(1);
    }

    @Test
    void goesOnForTheOthersWhenOneGoesAway() {
        var leaving = ask();
        var staying = ask();

        leaving.cancel();
        reply.complete(Optional.of(grant));

        staying.awaitItem().assertItem(Optional.of(grant));
    }

    @Test
    void letsEachWhoWaitsGoOnInItsOwnContext() {
        var vertx = (VertxInternal) Vertx.vertx();
        List<Context> asking = List.of(vertx.createEventLoopContext(), vertx.createEventLoopContext());
        var all = new CountDownLatch(asking.size());
        Map<Context, Context> ends = new ConcurrentHashMap<>();
        asking.forEach(own -> own.runOnContext(ready -> {
            grants.get("key", request).subscribe().with(answer -> ends.put(own, Vertx.currentContext()));
            all.countDown();
        }));

        await().until(() -> all.getCount() == 0);
        reply.complete(Optional.of(grant));

        await().until(() -> ends.size() == asking.size());
        assertThat(ends).allSatisfy((own, end) -> assertThat(end).isSameAs(own));
        vertx.close();
    }

    @Test
    void remembersNoFailureToAsk() {
        var failed = grants.get("key", () -> Uni.createFrom().failure(new IllegalStateException("no connection")))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        failed.awaitFailure();

        reply.complete(Optional.of(grant));

        ask().awaitItem().assertItem(Optional.of(grant));
    }

    @Test
    void renewsAGrantOnceForAllWhoFindItOutdated() {
        reply.complete(Optional.of(grant));
        ask().awaitItem();
        var newer =
                new TokenGrant("newer", "Bearer", 300, grant.tenantId(), "key:1", "chat", "free", List.of(), Map.of());
        var renewal = new CompletableFuture<Optional<TokenGrant>>();

        var first = renew(renewal);
        var second = renew(renewal);
        renewal.complete(Optional.of(newer));
        var late = renew(new CompletableFuture<>());

        first.awaitItem().assertItem(Optional.of(newer));
        second.awaitItem().assertItem(Optional.of(newer));
        late.awaitItem().assertItem(Optional.of(newer));
        assertThat(requests).hasValue(2);
    }

    private UniAssertSubscriber<Optional<TokenGrant>> renew(CompletableFuture<Optional<TokenGrant>> renewal) {
        return grants.renew("key", grant, () -> {
                    requests.incrementAndGet();
                    return Uni.createFrom().completionStage(renewal);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private UniAssertSubscriber<Optional<TokenGrant>> ask() {
        return grants.get("key", request).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
