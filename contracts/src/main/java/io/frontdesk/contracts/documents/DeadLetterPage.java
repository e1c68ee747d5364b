package io.frontdesk.contracts.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list of dead letters; {@code nextCursor} is absent on the last. */
public record DeadLetterPage(
        List<DeadLetterView> data, @Nullable String nextCursor) {
    public DeadLetterPage {
        data = List.copyOf(data);
    }
}
