package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.answers.Answer;

/** An answer whose question is near to the one that is asked; not yet proved to be of the same meaning. */
public record Candidate(Answer answer, String question, double similarity) {}
