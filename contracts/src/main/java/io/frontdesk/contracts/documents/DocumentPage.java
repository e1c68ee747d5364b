package io.frontdesk.contracts.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list of documents; {@code nextCursor} is absent on the last. */
public record DocumentPage(
        List<DocumentView> data, @Nullable String nextCursor) {
    public DocumentPage {
        data = List.copyOf(data);
    }
}
