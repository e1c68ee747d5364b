package io.frontdesk.auth.users;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.access.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code PATCH /v1/users/{id}}; what is absent stays as it is.
 *
 * @param password a new one, which ends all of the user's sessions
 */
record UserChange(@Nullable String role, @Nullable String password) implements ClosedRequest {
    Optional<Role> checkedRole() {
        return Optional.ofNullable(role).map(Role::parse);
    }

    Optional<Password> checkedPassword() {
        return Optional.ofNullable(password).map(Password::chosen);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "UserChange[role=%s]".formatted(role);
    }
}
