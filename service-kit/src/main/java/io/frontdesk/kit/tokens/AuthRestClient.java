package io.frontdesk.kit.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.tokens.ClientTokenRequest;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.contracts.tokens.TokenRequest;
import io.frontdesk.kit.json.JsonConventions;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(baseUri = "stork://auth-service", configKey = "auth-service")
@Path("/internal/v1")
interface AuthRestClient {
    /** Also in a service that reads strictly what its own clients send. */
    @ClientObjectMapper
    static ObjectMapper lenient() {
        return JsonConventions.mapper();
    }

    @POST
    @Path("/token-exchange")
    Uni<TokenGrant> exchange(TokenRequest request);

    @POST
    @Path("/client-tokens")
    Uni<TokenGrant> forTenant(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String basicCredentials, ClientTokenRequest request);
}
