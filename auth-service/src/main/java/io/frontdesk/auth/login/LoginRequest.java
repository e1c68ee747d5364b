package io.frontdesk.auth.login;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.users.Email;
import io.frontdesk.auth.users.Password;
import io.frontdesk.contracts.InvalidField;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/auth/login}. */
record LoginRequest(@Nullable String email, @Nullable String password) implements ClosedRequest {
    Email checkedEmail() {
        return Email.parse(email);
    }

    /** Any text: whether it would be accepted as a new password is nobody's business here. */
    Password checkedPassword() {
        if (password == null) {
            throw new InvalidField("password", "must be given");
        }
        return new Password(password);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
