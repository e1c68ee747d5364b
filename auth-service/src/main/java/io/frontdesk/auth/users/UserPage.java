package io.frontdesk.auth.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a list of users, oldest first; {@code nextCursor} is absent on the last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserPage(List<UserView> data, @Nullable UUID nextCursor) {
    /**
     * Makes a page.
     *
     * @param users one more than the page holds where there are further ones
     */
    static UserPage of(List<User> users, int limit) {
        List<User> page = users.size() > limit ? users.subList(0, limit) : users;
        UUID next = users.size() > limit ? page.getLast().id() : null;
        return new UserPage(page.stream().map(UserView::of).toList(), next);
    }
}
