package io.frontdesk.kit.balancing;

import io.netty.handler.codec.http2.Http2Exception;
import io.netty.util.IllegalReferenceCountException;
import io.vertx.core.http.GoAway;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells failures of the connection to an instance from what the instance answered. */
public final class Unreachable {
    private static final int DEPTH = 8;

    private Unreachable() {}

    /** Whether a call failed since there was no connection, or since it ended under way. What was asked may have happened. */
    public static boolean is(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof HttpClosedException
                        || wasRefusedAtTheLast(cause));
    }

    /** Whether there is no connection to be had, or the instance said on it that it goes. */
    static boolean isGone(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || wasRefusedAtTheLast(cause)
                        || (cause instanceof HttpClosedException closed && saidGoAway(closed)));
    }

    /**
     * Whether an instance that goes did not take a request any more, so that it may be asked of another whatever it does (RFC 9113,
     * section 6.8).
     *
     * @param stream of the request; negative where it had none yet
     */
    public static boolean wasNotTaken(Throwable failure, int stream) {
        return causes(failure)
                .anyMatch(cause -> wasRefusedAtTheLast(cause)
                        || goAway(cause)
                                .filter(said -> stream < 0 || stream > said.getLastStreamId())
                                .isPresent());
    }

    /**
     * Whether Quarkus itself refused it, in the last moments before it closes its connections and before anything else looks at a request:
     * it says so with a header that HTTP/2 does not allow (RFC 9113, section 8.2.2), and that is all that arrives.
     */
    private static boolean wasRefusedAtTheLast(Throwable failure) {
        return failure instanceof Http2Exception
                && String.valueOf(failure.getMessage()).contains("connection-specific header 'connection'");
    }

    /** As Vert.x words it, which can be read when the frame itself no longer can. */
    private static boolean saidGoAway(HttpClosedException closed) {
        return String.valueOf(closed.getMessage()).contains("GOAWAY");
    }

    /** What an instance said as it went. Vert.x copies the frame when it is asked for, which fails once Netty has taken it back. */
    private static Optional<GoAway> goAway(Throwable failure) {
        try {
            return failure instanceof HttpClosedException closed
                    ? Optional.ofNullable(closed.goAway())
                    : Optional.empty();
        } catch (IllegalReferenceCountException takenBack) {
            return Optional.empty();
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }
}
