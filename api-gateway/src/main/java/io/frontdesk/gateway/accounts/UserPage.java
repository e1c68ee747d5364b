package io.frontdesk.gateway.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of users. */
record UserPage(List<UserView> data, @Nullable String nextCursor) {}
