package io.frontdesk.kit.balancing;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/** Has REST clients leave out instances that are about to stop. */
@Provider
public class LeavingClientFilter implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        // Without a response there are no headers, and the filter is called all the same.
        if (request instanceof ResteasyReactiveClientRequestContext reactive && response.getHeaders() != null) {
            Leaving.heed(
                    reactive.unwrap(RestClientRequestContext.class).getCallStatsCollector(), response::getHeaderString);
        }
    }
}
