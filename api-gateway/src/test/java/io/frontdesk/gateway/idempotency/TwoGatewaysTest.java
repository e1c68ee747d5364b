package io.frontdesk.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.testing.RedisResource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What two gateways are asked at once is done once, and by the one that is left where the other dies. */
class TwoGatewaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final int CALLERS = 50;

    private final Vertx vertx = Vertx.vertx();
    private final String url =
            Objects.requireNonNull(new RedisResource().start().get("REDIS_URL"));
    private final Redis redis = Redis.createClient(vertx, url);
    private final List<Once> gateways = List.of(gateway(), gateway());
    private final AtomicInteger done = new AtomicInteger();
    private final Claim claim = new Claim(Ids.next(), "user:1", "POST", "/v1/api-keys", "key");

    /** Each with connections of its own. */
    private Once gateway() {
        var options = new RedisOptions().setConnectionString(url).setMaxPoolWaiting(10 * CALLERS);
        var store = new RedisClaimStore(Redis.createClient(vertx, options), LEASE, Duration.ofMinutes(1));
        return new Once(store, LEASE, vertx.getDelegate());
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void doOnceWhatIsAskedFiftyTimesAtOnce() {
        Queue<String> responses = new ConcurrentLinkedQueue<>();
        Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();
        CompletableFuture<String> response = new CompletableFuture<>();
        Uni<String> slow = Uni.createFrom().completionStage(response);

        for (int n = 0; n < CALLERS; n++) {
            gateways.get(n % 2).of(claim, work("payload", slow)).subscribe().with(responses::add, refusals::add);
        }

        await().atMost(PATIENCE).until(() -> refusals.size() == CALLERS - 1);
        assertThat(refusals).allMatch(GatewayError.KeyInUse.class::isInstance);
        response.complete("made");
        await().atMost(PATIENCE).until(() -> responses.contains("made"));
        assertThat(ask(1, "payload")).isEqualTo("made");
        assertThat(done).hasValue(1);
    }

    @Test
    void refuseTheKeyWithAnotherPayloadAlsoWhileTheFirstIsAtWork() {
        gateways.getFirst()
                .of(claim, work("payload", Uni.createFrom().nothing()))
                .subscribe()
                .with(response -> {});
        await().atMost(PATIENCE).until(() -> done.get() == 1);

        assertThatThrownBy(() -> ask(1, "other")).isInstanceOf(GatewayError.KeyReused.class);
    }

    @Test
    void doWhatAGatewayLeftBehindThatDied() {
        // Nobody renews this claim.
        new RedisClaimStore(redis, Duration.ofMillis(300), PATIENCE)
                .claim(claim, "dead", "")
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(GatewayError.KeyInUse.class)
                .until(() -> ask(1, "payload").equals("made"));

        assertThat(done).hasValue(1);
    }

    @Test
    void keepTheClaimOfWorkThatTakesLongerThanALease() {
        gateways.getFirst()
                .of(claim, work("payload", Uni.createFrom().nothing()))
                .subscribe()
                .with(response -> {});
        await().atMost(PATIENCE).until(() -> done.get() == 1);

        redis.send(Request.cmd(Command.PEXPIRE).arg(claim.name()).arg(PATIENCE.toMillis()))
                .await()
                .atMost(PATIENCE);

        // A renewal has set it to a lease again.
        await().atMost(PATIENCE).until(() -> left() <= LEASE.toMillis());
        assertThatThrownBy(() -> ask(1, "payload")).isInstanceOf(GatewayError.KeyInUse.class);
    }

    @Test
    void giveUpWhatHasFailed() {
        Uni<String> failing = Uni.createFrom().failure(new IllegalStateException("out of luck"));
        assertThatThrownBy(() -> gateways.getFirst()
                        .of(claim, work("payload", failing))
                        .await()
                        .atMost(PATIENCE))
                .hasMessage("out of luck");

        assertThat(ask(1, "payload")).isEqualTo("made");
        assertThat(done).hasValue(2);
    }

    @Test
    void leaveTheClaimToWhoeverTookItOverFromThem() {
        var late = new RedisClaimStore(redis, LEASE, PATIENCE);
        late.claim(claim, "late", "").await().atMost(PATIENCE);
        late.release(claim, "late").await().atMost(PATIENCE);
        assertThat(ask(0, "payload")).isEqualTo("made");

        late.keep(claim, "late", "fingerprint", "response").await().atMost(PATIENCE);
        late.release(claim, "late").await().atMost(PATIENCE);

        assertThat(ask(1, "payload")).isEqualTo("made");
        assertThat(done).hasValue(1);
    }

    @Test
    void tellApartWhoAsksForWhat() {
        ask(0, "payload");

        var others = List.of(
                new Claim(Ids.next(), "user:1", "POST", "/v1/api-keys", "key"),
                new Claim(claim.tenant(), "user:2", "POST", "/v1/api-keys", "key"),
                new Claim(claim.tenant(), "user:1", "POST", "/v1/users", "key"),
                new Claim(claim.tenant(), "user:1", "POST", "/v1/api-keys", "key2"));
        for (var other : others) {
            gateways.getFirst()
                    .of(other, work("payload", Uni.createFrom().item("made")))
                    .await()
                    .atMost(PATIENCE);
        }

        assertThat(done).hasValue(1 + others.size());
    }

    private long left() {
        return redis.send(Request.cmd(Command.PTTL).arg(claim.name()))
                .await()
                .atMost(PATIENCE)
                .toLong();
    }

    private String ask(int gateway, String payload) {
        return gateways.get(gateway)
                .of(claim, work(payload, Uni.createFrom().item("made")))
                .await()
                .atMost(PATIENCE);
    }

    private Work<String> work(String payload, Uni<String> response) {
        return new Work<>() {
            @Override
            public Payload payload() {
                return new WholePayload(payload.getBytes(UTF_8));
            }

            @Override
            public Uni<String> begin() {
                done.incrementAndGet();
                return response;
            }

            @Override
            public Optional<KeptResponse> kept(String response) {
                return Optional.of(new KeptResponse(201, Map.of(), response, null));
            }

            @Override
            public Uni<String> again(KeptResponse kept) {
                return Uni.createFrom().item(String.valueOf(kept.body()));
            }

            @Override
            public String watched(String response, Runnable failed) {
                return response;
            }

            @Override
            public void discard(String response) {}
        };
    }
}
