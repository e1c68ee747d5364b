package io.frontdesk.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final UUID FIRST = new UUID(1, -1);
    private static final UUID SECOND = new UUID(-1, 2);

    @Test
    void theLastPageHasNoCursor() {
        Slice<UUID> page = Slice.of(List.of(FIRST, SECOND), 2, Function.identity());

        assertThat(page.entries()).containsExactly(FIRST, SECOND);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void aPageIsFollowedByWhatComesAfterItsLastEntry() {
        var asked = PageRequest.of(1, null);
        Slice<UUID> page = Slice.of(List.of(FIRST, SECOND), asked.limit(), Function.identity());

        assertThat(asked.toRead()).isEqualTo(2);
        assertThat(page.entries()).containsExactly(FIRST);
        assertThat(PageRequest.of(1, page.nextCursor()).last()).isEqualTo(FIRST);
    }
}
