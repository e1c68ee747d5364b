package io.frontdesk.generation.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How conversations are remembered. */
@ConfigMapping(prefix = "frontdesk.conversations")
public interface ConversationConfig {
    /** For how long a call of the state Redis may take. */
    @WithDefault("50ms")
    Duration timeout();

    /** For how long PostgreSQL may take to tell whose a conversation is that the state Redis does not know. */
    @WithDefault("1s")
    Duration databaseTimeout();

    /** How long it may take until a conversation is known that a gateway has begun with an answer given again. */
    @WithDefault("2s")
    Duration toldWithin();

    /** For how long the state Redis keeps a conversation after its last turn. */
    @WithDefault("24h")
    Duration recent();

    /** How many turns of a conversation it keeps. */
    @WithDefault("12")
    int recentTurns();

    /** How many characters of an answer it keeps; with the question, a turn has at most 10 KB or so. */
    @WithDefault("2000")
    int recentAnswerChars();

    /** How often it is looked for conversations that are due to go. */
    @WithDefault("10m")
    Duration purgeEvery();

    /** How many tokens of what was said before a writer is given. */
    @WithDefault("600")
    int historyTokens();
}
