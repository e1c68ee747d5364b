package io.frontdesk.auth.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.kit.paging.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a trail, newest first; {@code nextCursor} is absent on the last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditPage(List<AuditEventView> data, @Nullable UUID nextCursor) {
    /**
     * Makes a page.
     *
     * @param events one more than the page holds where there are further ones
     */
    static AuditPage of(List<AuditEvent> events, int limit) {
        Slice<AuditEvent> page = Slice.of(events, limit, AuditEvent::id);
        return new AuditPage(page.map(AuditEventView::of), page.next());
    }
}
