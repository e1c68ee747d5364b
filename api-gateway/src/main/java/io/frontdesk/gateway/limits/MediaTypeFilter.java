package io.frontdesk.gateway.limits;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A media type that is none is one that is not supported. The framework, which looks by it for what takes the body, fails on it. */
public class MediaTypeFilter {
    /** Refuses what cannot be read. */
    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        try {
            if (type != null) {
                MediaType.valueOf(type);
            }
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e);
        }
    }
}
