package io.frontdesk.contracts.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of questions that were not answered well, the most asked first. */
public record UnansweredPage(
        List<UnansweredGroup> data, @Nullable String nextCursor) {
    public UnansweredPage {
        data = List.copyOf(data);
    }
}
