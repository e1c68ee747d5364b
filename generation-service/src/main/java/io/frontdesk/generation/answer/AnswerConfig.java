package io.frontdesk.generation.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are given. */
@ConfigMapping(prefix = "frontdesk.answers")
public interface AnswerConfig {
    /** What is said where the documents do not hold the answer. */
    @WithDefault(
            "I'm sorry, I could not find an answer to that in our documents. Perhaps you can put it in other words?")
    String refusal();

    /** After how long a comment keeps the stream of a silent answer open. */
    @WithDefault("10s")
    Duration keepAlive();
}
