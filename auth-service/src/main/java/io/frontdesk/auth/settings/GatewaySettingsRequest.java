package io.frontdesk.auth.settings;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code PUT /v1/settings/gateway}, in place of all that was set before; what is absent is as it is for a new tenant. */
record GatewaySettingsRequest(@Nullable Cors cors, @Nullable Limits limits) implements ClosedRequest {
    GatewaySettings checked() {
        Cors site = cors == null ? new Cors(null, null) : cors;
        Limits asked = limits == null ? new Limits(null, null) : limits;
        return new GatewaySettings(
                site.checkedOrigins(), Optional.ofNullable(asked.perMinute()), Optional.ofNullable(asked.perHour()));
    }

    /** Cross-origin requests (Fetch standard, CORS protocol); without credentials, since browsers have none to send along. */
    record Cors(
            @Nullable List<@Nullable String> origins,
            @Nullable Boolean credentials) implements ClosedRequest {
        List<Origin> checkedOrigins() {
            if (Boolean.TRUE.equals(credentials)) {
                throw new InvalidField("cors.credentials", "must be false: no cookie authenticates here");
            }
            return origins == null
                    ? List.of()
                    : origins.stream().map(Origin::parse).toList();
        }
    }

    /** Requests in any minute and any hour. */
    record Limits(@Nullable Integer perMinute, @Nullable Integer perHour) implements ClosedRequest {}
}
