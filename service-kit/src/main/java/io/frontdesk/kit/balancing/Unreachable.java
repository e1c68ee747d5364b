package io.frontdesk.kit.balancing;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Tells failures of the connection to an instance from what the instance answered. */
public final class Unreachable {
    private static final int DEPTH = 8;

    private Unreachable() {}

    /** Whether a call failed since there was no connection, or since it ended under way. What was asked may have happened. */
    public static boolean is(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof IOException || cause instanceof HttpClosedException);
    }

    /** Whether there was no connection at all, so that nothing was asked. */
    static boolean neverConnected(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }
}
