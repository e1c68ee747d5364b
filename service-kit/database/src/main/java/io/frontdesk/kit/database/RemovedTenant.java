package io.frontdesk.kit.database;

import io.vertx.pgclient.PgException;

/** How the database refuses rows of a tenant that has been removed. */
public final class RemovedTenant {
    /** The SQLSTATE, one of ours. */
    static final String SQL_STATE = "FD404";

    private RemovedTenant() {}

    /** Whether that is why something failed. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof PgException refused && SQL_STATE.equals(refused.getSqlState());
    }
}
