package io.frontdesk.generation.conversation.followup;

/**
 * A question as it was put.
 *
 * @param rest its last sentence, without what leads over to it
 * @param connected whether it was led over to by a word such as "and"
 * @param marked whether it ends in a question mark
 * @param several whether other sentences stand before
 */
record Asked(Sentence rest, boolean connected, boolean marked, boolean several) {}
