package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A finished answer that may be given again. It is one of the caller's tenant, for whoever has the caller's labels.
 *
 * @param question what was asked, 1 to 4,000 characters
 * @param topK how many passages were asked for
 * @param filters metadata that a cited document had to have, all of it
 * @param knowledgeVersion the version of the tenant's knowledge that was searched
 * @param chunkIds what the answer was written from, 1 to 50
 * @param reach the least similarity, -1 to 1, of question and passage among all that were found: a new chunk as near to the
 *     question as this would have been found too
 * @param answer as it was given
 * @param shared whether it may be given to others though a visitor asked for it, as the tenant allows
 */
public record AnswerOffer(
        String question,
        int topK,
        Map<String, String> filters,
        AnswerKind kind,
        long knowledgeVersion,
        List<UUID> chunkIds,
        double reach,
        Answer answer,
        boolean shared) {
    private static final int MAX_CHUNKS = 50;

    public AnswerOffer {
        if (question == null || question.isBlank() || question.length() > AnswerRequest.MAX_QUESTION_CHARS) {
            throw new InvalidField(
                    "question", "must have 1 to %d characters".formatted(AnswerRequest.MAX_QUESTION_CHARS));
        }
        if (kind == null) {
            throw new InvalidField("kind", "must be given");
        }
        chunkIds = chunkIds == null ? List.of() : List.copyOf(chunkIds);
        if (chunkIds.isEmpty() || chunkIds.size() > MAX_CHUNKS) {
            throw new InvalidField("chunk_ids", "must be from 1 to %d, are %d".formatted(MAX_CHUNKS, chunkIds.size()));
        }
        if (!(reach >= -1 && reach <= 1)) {
            throw new InvalidField("reach", "must be from -1 to 1, is " + reach);
        }
        if (answer == null || answer.outcome() != Answer.Outcome.ANSWERED) {
            throw new InvalidField("answer", "must be one that the documents held");
        }
        filters = filters == null ? Map.of() : Map.copyOf(filters);
    }
}
