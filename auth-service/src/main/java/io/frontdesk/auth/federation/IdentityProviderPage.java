package io.frontdesk.auth.federation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.kit.paging.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a list of identity providers, oldest first; {@code nextCursor} is absent on the last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IdentityProviderPage(
        List<IdentityProviderView> data, @Nullable UUID nextCursor) {
    /**
     * Makes a page.
     *
     * @param found one more than the page holds where there are further ones
     */
    static IdentityProviderPage of(List<IdentityProvider> found, int limit) {
        Slice<IdentityProvider> page = Slice.of(found, limit, IdentityProvider::id);
        return new IdentityProviderPage(page.map(IdentityProviderView::of), page.next());
    }
}
