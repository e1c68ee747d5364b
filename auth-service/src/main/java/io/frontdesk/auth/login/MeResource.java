package io.frontdesk.auth.login;

import io.frontdesk.auth.access.Scopes;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Tells callers what their credential stands for. */
@Path("/internal/v1/auth/me")
public class MeResource {
    private final CurrentCaller caller;

    MeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Authenticated
    public Me me() {
        Caller asking = caller.get();
        return new Me(
                asking.tenantId(),
                asking.subject(),
                asking.plan(),
                new Scopes(asking.scopes()).wireNames(),
                asking.acl());
    }

    /**
     * Whom a credential stands for.
     *
     * @param acl the document labels that it may see
     */
    record Me(UUID tenantId, String subject, String plan, List<String> scopes, List<String> acl) {}
}
