package io.frontdesk.generation.log;

import io.frontdesk.generation.conversation.Conversation;

/** What became of an answer that was to begin. */
public sealed interface Begun {
    /** It can be told. */
    sealed interface Tellable extends Begun {}

    /** Its first events are in its log, and it is under the lease. */
    record Leads(LogStore.Lease lease, Conversation conversation) implements Tellable {}

    /** The same is being answered: this answer is told by that log, which has events until {@code last}. */
    record Follows(AnswerRef leader, long last) implements Tellable {}

    /** The same call came before: the answer is under way, or has ended, and is told by its log. */
    record Already() implements Tellable {}

    /** The log did not say that it took it; it is told all the same. */
    record Unkept() implements Tellable {}

    /** It has not begun: the tenant has settings of this version. */
    record NewerSettings(long version) implements Begun {}

    /** It has not begun: Redis does not know the conversation that it goes on with. */
    record UnknownConversation() implements Begun {}

    /** It has not begun: the conversation that it goes on with is another customer's. */
    record AnothersConversation() implements Begun {}
}
