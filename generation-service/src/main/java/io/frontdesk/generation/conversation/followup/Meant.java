package io.frontdesk.generation.conversation.followup;

/**
 * What a question means.
 *
 * @param question in words that need nothing that was said before, as far as they could be found
 * @param standsAlone whether they do
 */
public record Meant(String question, boolean standsAlone) {}
