package io.frontdesk.auth.removal;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/** What every service that keeps data of tenants understands. */
@Path("/internal/v1/tenants/{tenant}")
interface KeeperRestClient {
    @DELETE
    Uni<Void> remove(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("tenant") UUID tenant);
}
