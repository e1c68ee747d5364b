package io.frontdesk.gateway.browsers;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What the auth-service says of a tenant's settings, as far as browsers are concerned. */
@RegisterForReflection(registerFullHierarchy = true)
record TenantSettings(Cors cors) {
    /**
     * Cross-origin requests.
     *
     * @param origins as browsers write them, or {@code *}
     */
    record Cors(List<String> origins) {}
}
