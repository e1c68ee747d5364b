package io.frontdesk.contracts.reuse;

/** What was cleared: how many answers are not given again any more. */
public record AnswersCleared(long cleared) {}
