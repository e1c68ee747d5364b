package io.frontdesk.generation.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes into the scripts and comes out of them, as JSON in snake_case; all times are milliseconds. */
final class ScriptJson {
    private ScriptJson() {}

    @RegisterForReflection
    record Candidate(String alias, int rung, int priority, KeyLimits limits) {
        static Candidate of(LlmKey key, int rung) {
            return new Candidate(key.alias(), rung, key.priority(), key.limits());
        }
    }

    @RegisterForReflection
    record Ask(
            String id,
            List<Candidate> candidates,
            int tokens,
            boolean goesOn,
            long patience,
            int mostWaiting,
            long absence,
            long lease,
            long affinity,
            String replica,
            long replicaLease) {}

    /** Picked where there is an alias, waiting where there is a place, else exhausted. */
    @RegisterForReflection
    record Answer(
            String id,
            int replicas,
            @Nullable String alias,
            long second,
            boolean ofConversation,
            @Nullable List<Warning> warnings,
            @Nullable Integer place,
            @Nullable Double delay) {}

    @RegisterForReflection
    record Warning(
            String limit,
            int percent,
            long used,
            long allowed,
            @Nullable Double spentIn) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            String id,
            long second,
            int tokens,
            boolean counted,
            long heardAgo,
            long used,
            String verdict,
            @Nullable String reason,
            long rest,
            int failures,
            long open,
            long longestOpen) {}

    @RegisterForReflection
    record Ended(String id, boolean opened, boolean closed) {}

    @RegisterForReflection
    record StatesAsk(String id, List<Candidate> candidates, String replica, long replicaLease) {}

    @RegisterForReflection
    record States(String id, int replicas, long second, List<State> keys) {}

    @RegisterForReflection
    record State(
            String alias,
            long requests,
            long tokens,
            long dayRequests,
            long dayTokens,
            long daySeconds,
            int failures,
            @Nullable String out,
            @Nullable Double delay,
            String breaker) {}

    static @Nullable Duration duration(@Nullable Double millis) {
        return millis == null ? null : Duration.ofMillis((long) Math.ceil(millis));
    }
}
