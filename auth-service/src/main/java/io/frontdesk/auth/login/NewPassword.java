package io.frontdesk.auth.login;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.users.Password;
import io.frontdesk.contracts.InvalidField;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/auth/password}. */
record NewPassword(
        @Nullable String currentPassword, @Nullable String newPassword) implements ClosedRequest {
    Password checkedCurrent() {
        if (currentPassword == null) {
            throw new InvalidField("current_password", "must be given");
        }
        return new Password(currentPassword);
    }

    Password checkedNew() {
        return Password.chosen("new_password", newPassword);
    }

    /** Keeps the passwords out of logs. */
    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
