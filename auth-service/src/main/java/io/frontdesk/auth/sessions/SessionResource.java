package io.frontdesk.auth.sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.auth.sessions.CurrentSession.SignedIn;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.Cache;

/** What keeps a session going, and what ends it. */
@Path("/internal/v1/auth")
public class SessionResource {
    private final Sessions sessions;
    private final CurrentSession current;
    private final ObjectMapper json;

    SessionResource(Sessions sessions, CurrentSession current, ObjectMapper json) {
        this.sessions = sessions;
        this.current = current;
        this.json = json;
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Cache(noStore = true)
    public Uni<SessionTokensView> refresh(RefreshRequest request) {
        return sessions.refresh(request.checkedToken()).map(SessionTokensView::of);
    }

    /** Ends the session of the token, or, {@code everywhere}, all of its user. There need not be a body. */
    @POST
    @Path("/logout")
    @Authenticated
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LogoutRequest.class)))
    public Uni<Void> logout(String body) throws JsonProcessingException {
        SignedIn user = current.get();
        return !body.isBlank() && read(body).everywhere()
                ? sessions.endAll(user.tenantId(), user.userId())
                : sessions.end(user.tenantId(), user.subject(), user.sessionId());
    }

    private LogoutRequest read(String body) throws JsonProcessingException {
        LogoutRequest request = json.readValue(body, LogoutRequest.class);
        if (request == null) {
            throw new BadRequestException();
        }
        return request;
    }
}
