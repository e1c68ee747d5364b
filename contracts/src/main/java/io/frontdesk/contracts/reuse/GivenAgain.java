package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.answers.Answer;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer that a gateway has given again, as generation-service has to keep it: an answer of its own, with a turn of its own in a
 * conversation of its own. It may come twice.
 *
 * @param customer the subject who asked
 * @param answer with its own id and conversation
 * @param askedAt when the question came
 * @param tookMs milliseconds until it was answered
 */
public record GivenAgain(UUID tenantId, String customer, String question, Answer answer, Instant askedAt, int tookMs) {
    /** The stream on the state Redis, among the records of the answers that generation-service has given itself. */
    public static final String STREAM = "generation:finished";

    /**
     * What stands in the field {@code json} of the stream's entries, which have the fields {@code tenant} and {@code id} as well. By its
     * member it is told from the other records.
     */
    public record Entry(GivenAgain givenAgain) {
        public static final String MEMBER = "given_again";
    }
}
