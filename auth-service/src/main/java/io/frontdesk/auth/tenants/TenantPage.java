package io.frontdesk.auth.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of the list of tenants, oldest first; {@code nextCursor} is absent on the last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantPage(List<TenantView> data, @Nullable UUID nextCursor) {
    /**
     * Makes a page.
     *
     * @param tenants one more than the page holds where there are further ones
     */
    static TenantPage of(List<Tenant> tenants, int limit) {
        List<Tenant> page = tenants.size() > limit ? tenants.subList(0, limit) : tenants;
        UUID next = tenants.size() > limit ? page.getLast().id() : null;
        return new TenantPage(page.stream().map(TenantView::of).toList(), next);
    }
}
