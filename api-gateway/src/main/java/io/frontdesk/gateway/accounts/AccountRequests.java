package io.frontdesk.gateway.accounts;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of the account routes. The auth-service validates them; here they say which fields there are. */
final class AccountRequests {
    private AccountRequests() {}

    /** A user's e-mail address and password. */
    @Schema(name = "Login")
    record Login(@Nullable String email, @Nullable String password) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /** A business. */
    @Schema(name = "NewTenant")
    record NewTenant(@Nullable String name, @Nullable String plan) {}

    /** A key for a program of the tenant; its scopes are among its maker's. */
    @Schema(name = "NewApiKey")
    record NewApiKey(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {}

    /** A person of the tenant: owner, agent or viewer. */
    @Schema(name = "NewUser")
    record NewUser(
            @Nullable String email,
            @Nullable String password,
            @Nullable String role) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "NewUser[…]";
        }
    }
}
