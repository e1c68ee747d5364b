package io.frontdesk.auth.oauth;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.problem.GrantError;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749, section 3.2): {@code client_credentials} and {@code refresh_token}. */
@Path("/internal/v1/auth/token")
public class OAuthTokenResource {
    private final TokenGrants grants;

    OAuthTokenResource(TokenGrants grants) {
        this.grants = grants;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Cache(noStore = true)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "grant_type",
                                                        type = SchemaType.STRING,
                                                        enumeration = {"client_credentials", "refresh_token"}),
                                                @SchemaProperty(name = "client_id", type = SchemaType.STRING),
                                                @SchemaProperty(name = "client_secret", type = SchemaType.STRING),
                                                @SchemaProperty(name = "refresh_token", type = SchemaType.STRING)
                                            })))
    public Uni<OAuthTokenView> token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, String body) {
        TokenForm form = TokenForm.read(body);
        return switch (form.require("grant_type")) {
            case "client_credentials" -> grants.clientCredentials(ClientCredentials.of(authorization, form));
            case "refresh_token" -> grants.refresh(form.require("refresh_token"));
            default ->
                throw new AuthError.GrantRefused(
                        GrantError.UNSUPPORTED_GRANT_TYPE, "It is client_credentials or refresh_token");
        };
    }
}
