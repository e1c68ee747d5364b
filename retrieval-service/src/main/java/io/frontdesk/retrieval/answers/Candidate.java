package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.answers.Answer;

/**
 * An answer whose question is near to the one that is asked; not yet proved to be of the same meaning.
 *
 * @param forEverybody whether it is for all of the tenant's callers with these labels, and not for this one alone
 */
public record Candidate(Answer answer, String question, double similarity, boolean forEverybody) {}
