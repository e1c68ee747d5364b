package io.frontdesk.auth.users;

import java.time.Instant;
import java.util.UUID;

/** A user as callers see it. */
record UserView(UUID id, String email, String role, Instant createdAt) {
    static UserView of(User user) {
        return new UserView(user.id(), user.email().value(), user.role().wireName(), user.createdAt());
    }
}
