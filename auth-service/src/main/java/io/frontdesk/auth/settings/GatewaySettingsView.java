package io.frontdesk.auth.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings as they hold now. */
record GatewaySettingsView(Cors cors, Limits limits) {
    static GatewaySettingsView of(GatewaySettings settings) {
        return new GatewaySettingsView(
                new Cors(settings.origins().stream().map(Origin::value).toList(), false),
                new Limits(settings.perMinute().orElse(null), settings.perHour().orElse(null)));
    }

    /** Who may call from a browser; {@code credentials} stays false, as there are none that browsers send of themselves. */
    record Cors(List<String> origins, boolean credentials) {}

    /** Absent where the installation no longer has the tenant's plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Limits(@Nullable Integer perMinute, @Nullable Integer perHour) {}
}
