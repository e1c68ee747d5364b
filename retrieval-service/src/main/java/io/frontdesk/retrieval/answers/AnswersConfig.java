package io.frontdesk.retrieval.answers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which answers are kept, and given again. */
@ConfigMapping(prefix = "frontdesk.semantic-answers")
public interface AnswersConfig {
    /** Whether answers are kept at all, and given again to questions of the same meaning. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The least similarity of two questions that are compared word by word. It only spares comparisons; what makes an answer
     * a hit is the proof, and bge-small-en-v1.5 gives most questions of a shop 0.6 and more among each other.
     */
    @WithDefault("0.75")
    double threshold();

    /** How many of the most similar questions are compared. */
    @WithDefault("5")
    int candidates();

    /** How many answers a tenant has at most; the oldest go. All of them are read by each look. */
    @WithDefault("2000")
    int perTenant();

    /** How long an answer is given again while nothing that it rests on changes. */
    @WithDefault("30d")
    Duration lifetime();

    /**
     * An answer's reach is at least this, the similarity below which generation takes no passage for evidence, whatever its
     * words: what is farther from the question could not have become part of the answer.
     */
    @WithDefault("0.45")
    double leastReach();

    /** How long gateways find an answer that is not asked for again; at least ten minutes, and longer with use. */
    @WithDefault("10m")
    Duration exactLifetime();

    /** Tenants whose visitors may be given what others of their visitors asked. */
    Optional<Set<UUID>> sharedByVisitorsOf();

    /** How often withdrawals that somebody left undone are looked for. */
    @WithDefault("2s")
    Duration relayPoll();
}
