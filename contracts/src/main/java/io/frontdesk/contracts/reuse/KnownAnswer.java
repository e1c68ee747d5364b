package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.answers.Answer;

/**
 * An answer that was given before, and may stand for the one that is asked for now: to a question of the same meaning, of the
 * same tenant, for callers with the same labels, filters and {@link AnswerKind}, and all that it rests on is as it was.
 *
 * @param answer as it was given then
 * @param question the question that it was given to
 * @param similarity cosine similarity of both questions, -1 to 1
 */
public record KnownAnswer(Answer answer, String question, double similarity) {}
