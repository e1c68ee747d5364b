package io.frontdesk.generation.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are given. */
@ConfigMapping(prefix = "frontdesk.answers")
public interface AnswerConfig {
    /** After how long a comment keeps the stream of a silent answer open. */
    @WithDefault("10s")
    Duration keepAlive();
}
