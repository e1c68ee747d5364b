package io.frontdesk.auth.login;

import io.frontdesk.auth.sessions.CurrentSession;
import io.frontdesk.auth.sessions.SessionTokensView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.Cache;

/** Login with e-mail address and password, and another password for whoever is logged in. */
@Path("/internal/v1/auth")
public class LoginResource {
    private final Login login;
    private final PasswordChange passwordChange;
    private final CurrentSession current;

    LoginResource(Login login, PasswordChange passwordChange, CurrentSession current) {
        this.login = login;
        this.passwordChange = passwordChange;
        this.current = current;
    }

    @POST
    @Path("/login")
    @PermitAll
    @Cache(noStore = true)
    public Uni<SessionTokensView> login(LoginRequest request) {
        return login.login(request.checkedEmail(), request.checkedPassword()).map(SessionTokensView::of);
    }

    /** Ends all other sessions of the user. */
    @POST
    @Path("/password")
    @Authenticated
    public Uni<Void> change(NewPassword request) {
        return passwordChange.change(current.get(), request.checkedCurrent(), request.checkedNew());
    }
}
