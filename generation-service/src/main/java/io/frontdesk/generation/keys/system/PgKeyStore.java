package io.frontdesk.generation.keys.system;

import io.frontdesk.generation.keys.KeyStore;
import io.frontdesk.generation.keys.SealedKey;
import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The operator's keys in {@code llm_key}. */
@ApplicationScoped
class PgKeyStore implements KeyStore {
    private static final String LIST = """
            select id, alias, enabled, provider, base_url, sealed_secret, model, cheap_model, priority, requests_per_minute,
                tokens_per_minute, requests_per_day, tokens_per_day, prompt_price, completion_price, accepts_prefix
            from llm_key order by added_at, id""";

    private static final String ADD = """
            insert into llm_key (id, alias, enabled, provider, base_url, sealed_secret, model, cheap_model, priority,
                requests_per_minute, tokens_per_minute, requests_per_day, tokens_per_day, prompt_price, completion_price,
                accepts_prefix)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (alias) do nothing""";

    private static final String CHANGE = """
            update llm_key set enabled = $3, provider = $4, base_url = $5, sealed_secret = $6, model = $7, cheap_model = $8,
                priority = $9, requests_per_minute = $10, tokens_per_minute = $11, requests_per_day = $12,
                tokens_per_day = $13, prompt_price = $14, completion_price = $15, accepts_prefix = $16
            where id = $1 and alias = $2""";

    private static final String REMOVE = "delete from llm_key where id = $1";

    private final SystemDatabase database;

    PgKeyStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<List<SealedKey>> list() {
        return database.inTransaction(connection -> connection
                .preparedQuery(LIST)
                .mapping(PgKeyStore::key)
                .execute()
                .map(rows -> rows.stream().toList()));
    }

    @Override
    public Uni<Boolean> add(SealedKey key) {
        return changed(ADD, values(key));
    }

    @Override
    public Uni<Boolean> change(SealedKey key) {
        return changed(CHANGE, values(key));
    }

    @Override
    public Uni<Boolean> remove(UUID id) {
        return changed(REMOVE, Tuple.of(id));
    }

    private Uni<Boolean> changed(String sql, Tuple values) {
        return database.inTransaction(
                connection -> connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() > 0));
    }

    private static Tuple values(SealedKey key) {
        return Tuple.tuple()
                .addUUID(key.id())
                .addString(key.alias())
                .addBoolean(key.enabled())
                .addString(key.provider())
                .addString(key.baseUrl().toString())
                .addString(key.secret())
                .addString(key.model())
                .addString(key.cheapModel())
                .addInteger(key.priority())
                .addLong(key.limits().requestsPerMinute())
                .addLong(key.limits().tokensPerMinute())
                .addLong(key.limits().requestsPerDay())
                .addLong(key.limits().tokensPerDay())
                .addBigDecimal(key.promptPrice())
                .addBigDecimal(key.completionPrice())
                .addBoolean(key.acceptsPrefix());
    }

    private static SealedKey key(Row row) {
        return new SealedKey(
                row.getUUID("id"),
                row.getString("alias"),
                row.getBoolean("enabled"),
                row.getString("provider"),
                URI.create(row.getString("base_url")),
                row.getString("sealed_secret"),
                row.getString("model"),
                row.getString("cheap_model"),
                row.getInteger("priority"),
                new KeyLimits(
                        row.getLong("requests_per_minute"),
                        row.getLong("tokens_per_minute"),
                        row.getLong("requests_per_day"),
                        row.getLong("tokens_per_day")),
                row.getBigDecimal("prompt_price"),
                row.getBigDecimal("completion_price"),
                row.getBoolean("accepts_prefix"));
    }
}
