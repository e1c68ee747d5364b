package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.conversation.ConversationRef;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question as it was put, kept until its answer has ended: with it, another replica can go on.
 *
 * @param id of the answer
 * @param subject who asked, and alone may read the answer
 * @param acl the labels that the caller had; whoever goes on may not see more
 */
@RegisterForReflection(registerFullHierarchy = true)
public record Ask(
        UUID tenantId,
        UUID id,
        UUID conversationId,
        String subject,
        String plan,
        List<String> acl,
        AnswerRequest request,
        Instant askedAt) {
    public Ask {
        acl = List.copyOf(acl);
    }

    /** What it goes on with, or begins. */
    public ConversationRef conversation() {
        return new ConversationRef(tenantId, conversationId, subject);
    }

    AnswerRef ref() {
        return new AnswerRef(tenantId, id);
    }
}
