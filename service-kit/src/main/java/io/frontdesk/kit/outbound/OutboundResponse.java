package io.frontdesk.kit.outbound;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;

/**
 * An answer, whatever its status, as it was sent: nothing is decompressed.
 *
 * @param url what was asked in the end, after redirects
 */
public record OutboundResponse(OutboundUrl url, int status, MultiMap headers, Buffer body) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /**
     * Where it leads on, if it does.
     *
     * @throws OutboundError.Refused where that is no URL to ask, or one of http where this is https
     */
    public Optional<OutboundUrl> redirect() {
        String location = headers.get(HttpHeaders.LOCATION);
        return location != null && REDIRECTS.contains(status)
                ? Optional.of(url.redirectedTo(location))
                : Optional.empty();
    }
}
