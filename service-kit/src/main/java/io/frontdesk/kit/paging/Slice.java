package io.frontdesk.kit.paging;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one page.
 *
 * @param next where this page ended; absent on the last
 */
public record Slice<T>(List<T> entries, @Nullable UUID next) {
    /**
     * Makes a page.
     *
     * @param found one more than the page holds where there are further ones
     */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, UUID> id) {
        return found.size() > limit
                ? new Slice<>(found.subList(0, limit), id.apply(found.get(limit - 1)))
                : new Slice<>(found, null);
    }

    public <V> List<V> map(Function<T, V> view) {
        return entries.stream().map(view).toList();
    }

    /** {@link #next} as callers carry it. */
    public @Nullable String nextCursor() {
        return next == null ? null : Cursor.of(next.getMostSignificantBits(), next.getLeastSignificantBits());
    }
}
