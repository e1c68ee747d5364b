package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Duration;
import java.util.List;

/** What decides over requests in one gateway, without the gateway; its way to Redis can be cut. */
final class TestGateway implements AdmissionStore {
    private static final Duration SETTLING = Duration.ofMillis(400);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AdmissionStore store;
    private final Presence presence;
    private final Admissions admissions;
    private volatile boolean cut;
    private int calls;

    TestGateway(Redis redis) {
        var memory = new Memory(1_000, () -> Duration.ofNanos(System.nanoTime()).toMillis());
        this.store = new RedisAdmissionStore(redis, Ids.next().toString(), PATIENCE, SETTLING);
        this.presence = new Presence(this, memory, 2);
        this.admissions = new Admissions(new BatchingAdmissionStore(this), memory, presence);
    }

    void isCutOff(boolean now) {
        cut = now;
    }

    /** How often Redis was asked. */
    int calls() {
        return calls;
    }

    Presence presence() {
        return presence;
    }

    /** Says that it is there, which fails without Redis. */
    void beat() {
        presence.beat().onFailure().recoverWithNull().await().atMost(PATIENCE);
    }

    Decision asks(Limit... limits) {
        return admissions.admit(List.of(limits)).await().atMost(PATIENCE);
    }

    Uni<Decision> begins(Limit... limits) {
        return admissions.admit(List.of(limits));
    }

    Admission asks(TokenGrant grant, Limit... limits) {
        return admissions.admit(grant, List.of(limits)).await().atMost(PATIENCE);
    }

    @Override
    public Uni<Reply> admit(Question question) {
        calls++;
        return cut ? isGone() : store.admit(question);
    }

    @Override
    public Uni<Gathering> present(boolean unheard) {
        return cut ? isGone() : store.present(unheard);
    }

    @Override
    public Uni<Void> putBack(List<Told> windows) {
        return cut ? isGone() : store.putBack(windows);
    }

    private static <T> Uni<T> isGone() {
        return Uni.createFrom().failure(() -> new IllegalStateException("Redis is gone"));
    }
}
