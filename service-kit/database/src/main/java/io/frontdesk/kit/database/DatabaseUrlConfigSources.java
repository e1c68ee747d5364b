package io.frontdesk.kit.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets operators say {@code DATABASE_URL} (the service's role), {@code DATABASE_SYSTEM_URL} (the role for tenant-less work)
 * and {@code DATABASE_MIGRATION_URL} (the owner), and makes Quarkus's datasource settings of them.
 */
public final class DatabaseUrlConfigSources implements ConfigSourceFactory {
    /** Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = new HashMap<>();
        reactive(context, "DATABASE_URL", "quarkus.datasource", settings);
        reactive(context, "DATABASE_SYSTEM_URL", "quarkus.datasource.system", settings);
        jdbc(context, "DATABASE_MIGRATION_URL", "quarkus.datasource.owner", settings);
        return List.of(new PropertiesConfigSource(settings, "database urls", ORDINAL));
    }

    private static void reactive(
            ConfigSourceContext context, String variable, String datasource, Map<String, String> settings) {
        read(context, variable, datasource, settings, ".reactive.url", "");
    }

    private static void jdbc(
            ConfigSourceContext context, String variable, String datasource, Map<String, String> settings) {
        read(context, variable, datasource, settings, ".jdbc.url", "jdbc:");
    }

    private static void read(
            ConfigSourceContext context,
            String variable,
            String datasource,
            Map<String, String> settings,
            String key,
            String prefix) {
        ConfigValue value = context.getValue(variable);
        if (value != null && value.getValue() != null) {
            var url = DatabaseUrl.parse(variable, value.getValue());
            settings.put(datasource + key, prefix + url.address());
            settings.put(datasource + ".username", url.user());
            settings.put(datasource + ".password", url.password());
        }
    }
}
