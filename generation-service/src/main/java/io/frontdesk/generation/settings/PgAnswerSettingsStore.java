package io.frontdesk.generation.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settings in PostgreSQL. */
@ApplicationScoped
class PgAnswerSettingsStore {
    private static final String FIND =
            "select version, settings::text as settings from answer_settings where tenant_id = $1";
    private static final String SAVE = """
            insert into answer_settings (tenant_id, version, settings) values ($1, 1, $2::text::jsonb)
            on conflict (tenant_id) do update
            set version = answer_settings.version + 1, settings = excluded.settings, changed_at = clock_timestamp()
            returning version""";

    private final TenantDatabase database;
    private final ObjectMapper json;
    private final AnswerSettingsConfig config;

    PgAnswerSettingsStore(TenantDatabase database, ObjectMapper json, AnswerSettingsConfig config) {
        this.database = database;
        this.json = json;
        this.config = config;
    }

    Uni<VersionedSettings> find(UUID tenant) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(FIND).execute(Tuple.of(tenant)))
                .map(rows -> rows.iterator().hasNext()
                        ? settings(rows.iterator().next())
                        : new VersionedSettings(0, AnswerSettings.standard(config.fallback())));
    }

    /**
     * Takes the place of what was settled before.
     *
     * @param follows the version that has to be in force; null for whichever is
     * @return their version; fails with {@link AnswerError.SettingsChanged} where another one was in force
     */
    Uni<Long> save(UUID tenant, AnswerSettings settings, @Nullable Long follows) {
        String stored = text(settings);
        return database.inTransaction(tenant, connection -> connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(tenant, stored))
                .map(rows -> rows.iterator().next().getLong("version"))
                .invoke(version -> requireNext(version, follows)));
    }

    private static void requireNext(long version, @Nullable Long follows) {
        if (follows != null && version != follows + 1) {
            throw new AnswerError.SettingsChanged(version - 1);
        }
    }

    private String text(AnswerSettings settings) {
        try {
            return json.writeValueAsString(AnswerSettingsBody.of(new VersionedSettings(0, settings)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are always JSON", e);
        }
    }

    private VersionedSettings settings(Row row) {
        try {
            var stored = json.readValue(row.getString("settings"), AnswerSettingsBody.class);
            return new VersionedSettings(row.getLong("version"), stored.checked(config.fallback()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings cannot be read", e);
        }
    }
}
