package io.frontdesk.gateway.answers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an answer may take; once it streams, see {@link io.frontdesk.gateway.stream.StreamConfig}. */
@ConfigMapping(prefix = "frontdesk.answers")
public interface AnswersConfig {
    /** How long generation may take until its first event. */
    @WithDefault("30s")
    Duration firstEvent();

    /**
     * How long an answer may take that is not streamed. A model has 30 s to begin in, its last attempt 20 s more, and 800 tokens at
     * 12 a second take 67 s.
     */
    @WithDefault("2m")
    Duration whole();
}
