package io.frontdesk.contracts.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list of sources; {@code nextCursor} is absent on the last. */
public record SourcePage(List<SourceView> data, @Nullable String nextCursor) {
    public SourcePage {
        data = List.copyOf(data);
    }
}
