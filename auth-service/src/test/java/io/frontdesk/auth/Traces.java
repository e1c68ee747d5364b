package io.frontdesk.auth;

import io.frontdesk.contracts.TenantState;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change leaves behind: in the tenant's state on Redis, waiting for it, and in the audit trail. */
@ApplicationScoped
public class Traces {
    private final Owner owner;
    private final RedisDataSource redis;

    Traces(Owner owner, @RedisClientName("state") RedisDataSource redis) {
        this.owner = owner;
        this.redis = redis;
    }

    /** A field of the tenant's state, as gateways read it. */
    public @Nullable String state(UUID tenant, String field) {
        return redis.hash(String.class).hget(TenantState.key(tenant), field);
    }

    /** How many changes of a tenant Redis does not have yet. */
    public int waiting(UUID tenant) throws SQLException {
        return owner.query("select id from state_changes where tenant_id = '" + tenant + "'")
                .size();
    }

    /** What was done in a tenant, oldest first, each {@code action actor target details}. */
    public List<String> audited(UUID tenant) throws SQLException {
        return owner.query("""
                select concat_ws(' ', action, actor, target, details) from audit_events
                where tenant_id = '%s' and outcome = 'succeeded' order by id""".formatted(tenant));
    }
}
