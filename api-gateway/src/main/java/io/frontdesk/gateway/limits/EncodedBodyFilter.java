package io.frontdesk.gateway.limits;

import io.frontdesk.gateway.problem.GatewayError;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Bodies are taken as they are (RFC 9110, section 8.4): a few compressed bytes could be gigabytes. */
public class EncodedBodyFilter {
    private static final String AS_IT_IS = "identity";

    /** Refuses a body that says it is encoded. */
    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase(AS_IT_IS)) {
            throw new GatewayError.BodyEncoded();
        }
    }
}
