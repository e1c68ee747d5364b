package io.frontdesk.contracts.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All keys there are; there is no further page. */
public record LlmKeyPage(List<LlmKeyView> data, @Nullable String nextCursor) {
    public LlmKeyPage {
        data = List.copyOf(data);
    }
}
