package io.frontdesk.gateway.login;

import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.OptionalBody;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People signing in and out. */
@Path("/v1/auth")
@Tag(name = "sign-in")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LoginResource {
    private static final String AUTH = AuthClient.INTERNAL + "/v1/auth";

    private final AuthClient auth;
    private final OptionalBody bodies;

    LoginResource(AuthClient auth, OptionalBody bodies) {
        this.auth = auth;
        this.bodies = bodies;
    }

    @POST
    @Path("/login")
    @PermitAll
    @Operation(
            operationId = "login",
            summary = "Signs a user in",
            description = "Takes as long for an unknown address. After several failures 429 with Retry-After.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens of a new session",
            content = @Content(schema = @Schema(implementation = SessionTokens.class)))
    @APIResponse(responseCode = "401", description = "The e-mail address or the password is wrong")
    @RequestBody(content = @Content(schema = @Schema(implementation = Login.class)))
    public Uni<Response> login(Login login) {
        return auth.callOpenly(UpstreamRequest.post(AUTH + "/login", login));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(
            operationId = "refresh",
            summary = "New tokens for a refresh token, which is used up by it",
            description = "A refresh token that comes a second time ends its session.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens of the same session",
            content = @Content(schema = @Schema(implementation = SessionTokens.class)))
    @APIResponse(responseCode = "401", description = "The refresh token is not valid, or was used before")
    @RequestBody(content = @Content(schema = @Schema(implementation = Refresh.class)))
    public Uni<Response> refresh(Refresh refresh) {
        return auth.callOpenly(UpstreamRequest.post(AUTH + "/refresh", refresh));
    }

    @POST
    @Path("/logout")
    @Authenticated
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "logout", summary = "Ends the session of the token, or all of the user's")
    @APIResponse(responseCode = "204", description = "The next request with a token of the session is refused")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Logout.class)))
    public Uni<Response> logout(byte[] body) throws IOException {
        Logout logout = bodies.read(body, Logout.class, new Logout(false));
        return auth.call(UpstreamRequest.post(AUTH + "/logout", logout).interactively());
    }

    @POST
    @Path("/password")
    @Authenticated
    @Operation(operationId = "changePassword", summary = "Changes the user's own password; ends all other sessions")
    @APIResponse(responseCode = "204", description = "It is changed")
    @RequestBody(content = @Content(schema = @Schema(implementation = PasswordChange.class)))
    public Uni<Response> password(PasswordChange change) {
        return auth.call(UpstreamRequest.post(AUTH + "/password", change).interactively());
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(operationId = "whoAmI", summary = "Who the caller is, and what it may do")
    @APIResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = Me.class)))
    public Uni<Response> me() {
        return auth.call(UpstreamRequest.get(AUTH + "/me").interactively());
    }
}
