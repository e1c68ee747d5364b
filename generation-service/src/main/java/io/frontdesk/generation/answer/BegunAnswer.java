package io.frontdesk.generation.answer;

import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.log.Beginning;
import io.frontdesk.generation.log.Begun;
import io.frontdesk.generation.settings.AnswerSettings;

/**
 * An answer that has begun, and is still to be told.
 *
 * @param conversation as the question found it
 */
record BegunAnswer(Beginning beginning, Begun.Tellable begun, Conversation conversation, AnswerSettings settings) {}
