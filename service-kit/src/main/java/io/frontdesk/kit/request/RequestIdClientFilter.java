package io.frontdesk.kit.request;

import io.frontdesk.contracts.Headers;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Sends the request id along to the next service. */
@Provider
public class RequestIdClientFilter implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
        String id = RequestIds.current();
        if (id != null) {
            request.getHeaders().putSingle(Headers.REQUEST_ID, id);
        }
    }
}
