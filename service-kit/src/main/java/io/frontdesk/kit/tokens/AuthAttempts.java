package io.frontdesk.kit.tokens;

import io.frontdesk.kit.balancing.Leaving;
import io.frontdesk.kit.balancing.Unreachable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How often and for how long the auth-service is asked one thing. */
final class AuthAttempts {
    private AuthAttempts() {}

    /** Asks a second time where the connection to an instance failed, or it was about to stop: no harm comes of a token that nobody got to see. */
    static <T> Uni<T> within(Duration limit, Uni<T> asking) {
        return asking.onFailure(e -> Unreachable.is(e) || Leaving.isRefusal(e))
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(limit)
                .fail();
    }
}
