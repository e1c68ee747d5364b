package io.frontdesk.generation.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Much of what a key may take today is taken. Told once for each threshold, limit and day, over all replicas.
 *
 * @param limit {@code requests_per_day} or {@code tokens_per_day}
 * @param percent the threshold that was crossed: 70, 85 or 95
 * @param spentIn when all of it will be taken, if the day goes on like this; null where it will last
 */
public record QuotaWarning(
        String alias,
        String limit,
        int percent,
        long used,
        long allowed,
        @Nullable Duration spentIn) {}
