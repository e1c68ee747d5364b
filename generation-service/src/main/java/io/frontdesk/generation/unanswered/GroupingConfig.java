package io.frontdesk.generation.unanswered;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How questions that were not answered well are grouped. */
@ConfigMapping(prefix = "frontdesk.unanswered")
public interface GroupingConfig {
    /** How similar (cosine) questions of one meaning are; bge-small-en-v1.5 gives most questions of a shop 0.6 and more. */
    @WithDefault("0.85")
    double similarity();

    /** How often it is looked whether there are questions to group. */
    @WithDefault("2s")
    Duration poll();

    /** How many questions are grouped in one go; at most 64, which is what retrieval-service embeds at once. */
    @WithDefault("32")
    int batch();

    /** For how long a replica may be about a question before it is somebody's turn again. */
    @WithDefault("1m")
    Duration lease();
}
