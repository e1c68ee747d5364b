package io.frontdesk.auth.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.kit.paging.Slice;
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
        Slice<Tenant> page = Slice.of(tenants, limit, Tenant::id);
        return new TenantPage(page.map(TenantView::of), page.next());
    }
}
