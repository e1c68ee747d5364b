package io.frontdesk.auth.tenants;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.plans.Plans;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/tenants}.
 *
 * @param plan the name of a plan; {@code standard} where it is absent
 */
record NewTenant(@Nullable String name, @Nullable String plan) implements ClosedRequest {
    private static final String DEFAULT_PLAN = "standard";

    DisplayName checkedName() {
        return DisplayName.parse(name);
    }

    String checkedPlan(Plans plans) {
        return plans.parse(plan == null ? DEFAULT_PLAN : plan);
    }
}
