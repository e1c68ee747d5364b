package io.frontdesk.auth.tenants;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.DisplayName;
import io.frontdesk.contracts.InvalidField;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/tenants}.
 *
 * @param plan lower-case letters, digits and hyphens; {@code standard} where it is absent
 */
record NewTenant(@Nullable String name, @Nullable String plan) implements ClosedRequest {
    private static final Pattern PLAN = Pattern.compile("[a-z0-9-]{1,32}");
    private static final String DEFAULT_PLAN = "standard";

    DisplayName checkedName() {
        return DisplayName.parse(name);
    }

    String checkedPlan() {
        if (plan == null) {
            return DEFAULT_PLAN;
        }
        if (!PLAN.matcher(plan).matches()) {
            throw new InvalidField("plan", "must be 1 to 32 lower-case letters, digits and hyphens");
        }
        return plan;
    }
}
