package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.kit.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** On the state Redis, in one round trip each. */
final class RedisAdmissionStore implements AdmissionStore {
    private static final Script WINDOW = Script.beside(RedisAdmissionStore.class, "window");
    private static final Script ADMIT =
            Script.beside(RedisAdmissionStore.class, "admit").after(WINDOW);
    private static final Script PRESENT = Script.beside(RedisAdmissionStore.class, "present");
    private static final Script PUT_BACK =
            Script.beside(RedisAdmissionStore.class, "put_back").after(WINDOW);

    /** Since when Redis has been told all. */
    private static final String COMPLETE = "admission:complete";

    private static final String GATEWAYS = "admission:gateways";

    private final Redis redis;
    private final String gateway;
    private final Duration absence;
    private final Duration settling;
    private final AtomicLong asked = new AtomicLong();

    /**
     * The store.
     *
     * @param gateway names this one among all
     * @param absence after which a gateway is taken for gone
     * @param settling how long all have to tell what they know
     */
    RedisAdmissionStore(Redis redis, String gateway, Duration absence, Duration settling) {
        this.redis = redis;
        this.gateway = gateway;
        this.absence = absence;
        this.settling = settling;
    }

    @Override
    public Uni<Reply> admit(Question question) {
        var script = new AdmitScript(gateway + ":" + asked.incrementAndGet(), question);
        List<String> keys = keys(question.windows());
        question.grant().map(TokenGrant::tenantId).map(TenantState::key).ifPresent(keys::add);
        return ADMIT.run(redis, keys, script.arguments()).map(script::reply);
    }

    @Override
    public Uni<Gathering> present(boolean unheard) {
        List<String> arguments = List.of(gateway, millis(absence), millis(settling), unheard ? "1" : "0");
        return PRESENT.run(redis, List.of(COMPLETE, GATEWAYS), arguments)
                .map(reply -> new Gathering(
                        reply.get(0).toString(),
                        reply.get(1).toInteger(),
                        reply.get(2).toInteger() == 1));
    }

    @Override
    public Uni<Void> putBack(List<Told> windows) {
        List<String> arguments = new ArrayList<>();
        windows.forEach(window -> arguments.addAll(
                List.of(millis(window.limit().window()), Long.toString(window.seen()), Long.toString(window.owed()))));
        return PUT_BACK.run(redis, keys(windows), arguments).replaceWithVoid();
    }

    private static List<String> keys(List<Told> windows) {
        List<String> keys = new ArrayList<>();
        keys.add(COMPLETE);
        windows.forEach(window -> keys.add(window.limit().key()));
        return keys;
    }

    static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
