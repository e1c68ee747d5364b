package io.frontdesk.generation.feedback;

import io.frontdesk.contracts.records.AnswerFeedback;
import io.frontdesk.generation.records.FinishedAnswer;
import io.smallrye.mutiny.Uni;

/** What was said of answers. */
interface FeedbackStore {
    /** Keeps the last word of a customer, and counts the question among the badly answered while somebody dislikes its answer. */
    Uni<Void> put(FinishedAnswer answer, String customer, AnswerFeedback feedback);
}
