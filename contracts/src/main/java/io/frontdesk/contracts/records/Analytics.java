package io.frontdesk.contracts.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in a period, and how it was answered.
 *
 * @param from inclusive, a full hour
 * @param to exclusive, a full hour
 * @param customers how many different subjects asked
 * @param byHour hours in which nothing was asked are left out
 * @param topics documents by how many answers cite them first, the most used 20
 * @param topUnanswered questions that were answered badly, of one meaning each, the most asked 10
 */
public record Analytics(
        Instant from,
        Instant to,
        long questions,
        long customers,
        Outcomes outcomes,
        CacheUse cache,
        Latency latency,
        List<Hour> byHour,
        List<Topic> topics,
        List<Unanswered> topUnanswered) {
    public Analytics {
        byHour = List.copyOf(byHour);
        topics = List.copyOf(topics);
        topUnanswered = List.copyOf(topUnanswered);
    }

    /** @param refused refusals: the documents do not hold the answer */
    public record Outcomes(long answered, long refused, long incomplete, long failed, long escalated) {}

    /**
     * @param hits of the exact cache
     * @param rate the share of questions, 0 to 1, that was not answered anew
     */
    public record CacheUse(long hits, long semantic, long coalesced, double rate) {}

    /** Times to the first word and to the end. */
    public record Latency(Percentiles firstWord, Percentiles total) {}

    /** Milliseconds, at most 5 % off; absent where nothing was measured. */
    public record Percentiles(
            @Nullable Integer p50Ms, @Nullable Integer p95Ms) {}

    public record Hour(Instant hour, long questions) {}

    public record Topic(String topic, long questions) {}

    /** @param id of the group in {@code /v1/unanswered} */
    public record Unanswered(UUID id, String question, long count) {}
}
