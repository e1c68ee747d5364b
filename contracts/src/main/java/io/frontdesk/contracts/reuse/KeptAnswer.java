package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.answers.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * The payload of an entry of {@link ExactAnswers}, as JSON.
 *
 * @param key of the entry: whoever reads another's knows it by that
 * @param storedAt when it was stored, from which its age counts (RFC 9111, section 4.2.3)
 * @param answer as it was given then
 */
public record KeptAnswer(String key, Instant storedAt, Answer answer) {
    /** How long ago it was stored, by the clocks of two machines; never less than nothing. */
    public Duration age(Instant now) {
        Duration age = Duration.between(storedAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
