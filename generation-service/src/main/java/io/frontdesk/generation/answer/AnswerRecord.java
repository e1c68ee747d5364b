package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.steps.Step;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is kept of an answer that has ended.
 *
 * @param subject whose it is
 * @param event the name of its terminal event
 * @param end the data of that event
 * @param steps what was done for it; empty for one that another answer was told as
 */
@RegisterForReflection(registerFullHierarchy = true)
record AnswerRecord(
        UUID id,
        UUID conversationId,
        String subject,
        AnswerRequest request,
        String event,
        AnswerEvent.Terminal end,
        Instant endedAt,
        List<Step> steps) {}
