package io.frontdesk.retrieval.problem;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** How the database refuses a text that it cannot hold, or cannot search for. */
public final class UnstorableText {
    /** SQLSTATE: character_not_in_repertoire, untranslatable_character, program_limit_exceeded. */
    private static final Set<String> SQL_STATES = Set.of("22021", "22P05", "54000");

    private UnstorableText() {}

    /** Whether that is why something failed. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof PgException refused && SQL_STATES.contains(refused.getSqlState());
    }
}
