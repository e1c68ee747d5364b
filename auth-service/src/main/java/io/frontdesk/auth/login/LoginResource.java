package io.frontdesk.auth.login;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Login with e-mail address and password. */
@Path("/internal/v1/auth")
public class LoginResource {
    private final Login login;

    LoginResource(Login login) {
        this.login = login;
    }

    @POST
    @Path("/login")
    @PermitAll
    public Uni<AccessTokenView> login(LoginRequest request) {
        return login.login(request.checkedEmail(), request.checkedPassword()).map(AccessTokenView::of);
    }
}
