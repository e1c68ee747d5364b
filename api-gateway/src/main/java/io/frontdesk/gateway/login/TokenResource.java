package io.frontdesk.gateway.login;

import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749, section 3.2). Its form and its errors are those of the RFC, and pass as they come. */
@Path("/v1/auth/token")
@Tag(name = "sign-in")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
    private static final String BASIC = "Basic ";

    private final AuthClient auth;

    TokenResource(AuthClient auth) {
        this.auth = auth;
    }

    @POST
    @PermitAll
    @Operation(operationId = "token", summary = "A token for client credentials or for a refresh token (RFC 6749)")
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request is refused",
            content = @Content(schema = @Schema(implementation = TokenError.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is not known",
            content = @Content(schema = @Schema(implementation = TokenError.class)))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenForm.class)))
    public Uni<Response> token(byte[] form, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        var request = UpstreamRequest.form(AuthClient.INTERNAL + "/v1/auth/token", form);
        return auth.callOpenly(Optional.ofNullable(authorization)
                .filter(TokenResource::isBasic)
                .map(request::authorized)
                .orElse(request));
    }

    private static boolean isBasic(String authorization) {
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }
}
