package io.frontdesk.auth.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.kit.paging.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a list of keys, oldest first; {@code nextCursor} is absent on the last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyPage(List<ApiKeyView> data, @Nullable UUID nextCursor) {
    /**
     * Makes a page.
     *
     * @param keys one more than the page holds where there are further ones
     */
    static ApiKeyPage of(List<ApiKey> keys, int limit) {
        Slice<ApiKey> page = Slice.of(keys, limit, ApiKey::id);
        return new ApiKeyPage(page.map(ApiKeyView::of), page.next());
    }
}
