package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's hash on the state Redis, in one round trip. The question is echoed before its answer, so that a connection on
 * which a reply was left over is found out, instead of answering for another tenant.
 */
final class RedisStandingStore implements StandingStore {
    private static final int STATUS = 0;
    private static final int PLAN = 1;
    private static final int SETTINGS_VERSION = 2;
    private static final int EPOCHS = 3;

    private final Redis redis;

    RedisStandingStore(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<TenantStanding> read(TokenGrant grant) {
        String key = TenantState.key(grant.tenantId());
        List<String> names = List.copyOf(grant.epochs().keySet());
        String question = key + " " + String.join(" ", names);
        var fields = Request.cmd(Command.HMGET)
                .arg(key)
                .arg(TenantState.STATUS)
                .arg(TenantState.PLAN)
                .arg(TenantState.SETTINGS_VERSION);
        names.forEach(fields::arg);
        return redis.batch(List.of(Request.cmd(Command.ECHO).arg(question), fields))
                .map(replies -> standing(grant, question, names, replies));
    }

    private static TenantStanding standing(
            TokenGrant grant, String question, List<String> names, List<Response> replies) {
        Response values = replies.get(1);
        if (!question.equals(replies.get(0).toString()) || values.size() != EPOCHS + names.size()) {
            throw new IllegalStateException("the state Redis answered another question");
        }
        Map<String, Long> epochs = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Response epoch = values.get(EPOCHS + i);
            if (epoch != null) {
                epochs.put(names.get(i), epoch.toLong());
            }
        }
        return new TenantStanding(
                grant.tenantId(),
                text(values.get(STATUS)),
                text(values.get(PLAN)),
                number(values.get(SETTINGS_VERSION)),
                epochs);
    }

    private static Optional<String> text(@Nullable Response value) {
        return Optional.ofNullable(value).map(Response::toString);
    }

    private static OptionalLong number(@Nullable Response value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.toLong());
    }
}
