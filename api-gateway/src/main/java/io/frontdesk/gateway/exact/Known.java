package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.KeptAnswer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An entry as this gateway has seen it in Redis.
 *
 * @param knowledgeVersion that the tenant had then
 * @param seenAt on the clock of {@link System#nanoTime}
 * @param uses how often it was given here since it was first seen
 */
record Known(KeptAnswer answer, long knowledgeVersion, long seenAt, AtomicLong uses) {
    /** Whether it needs no look at Redis: nothing has changed since, as far as the tenant's version tells, and that was not long ago. */
    boolean holds(long version, long now, Duration inMemoryFor) {
        return knowledgeVersion == version && now - seenAt < inMemoryFor.toNanos();
    }

    int chars() {
        return answer.key().length() + answer.answer().answer().length() + citedChars();
    }

    private int citedChars() {
        return answer.answer().citations().stream()
                .mapToInt(cited -> cited.title().length() + cited.quote().length())
                .sum();
    }
}
