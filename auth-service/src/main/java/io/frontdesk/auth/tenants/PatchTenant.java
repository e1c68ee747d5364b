package io.frontdesk.auth.tenants;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.plans.Plans;
import io.frontdesk.contracts.InvalidField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code PATCH /v1/tenants/{tenant}}: what is absent stays.
 *
 * @param status {@code active} or {@code suspended}
 */
record PatchTenant(
        @Nullable String name,
        @Nullable String plan,
        @Nullable String status) implements ClosedRequest {
    TenantChange checked(Plans plans) {
        return new TenantChange(
                Optional.ofNullable(name).map(DisplayName::parse),
                Optional.ofNullable(plan).map(plans::parse),
                Optional.ofNullable(status).map(PatchTenant::status));
    }

    private static TenantStatus status(String name) {
        return switch (name) {
            case "active" -> TenantStatus.ACTIVE;
            case "suspended" -> TenantStatus.SUSPENDED;
            default -> throw new InvalidField("status", "must be active or suspended");
        };
    }
}
