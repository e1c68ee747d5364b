package io.frontdesk.auth.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.kit.paging.Slice;
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
        Slice<User> page = Slice.of(users, limit, User::id);
        return new UserPage(page.map(UserView::of), page.next());
    }
}
