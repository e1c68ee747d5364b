package io.frontdesk.gateway.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of API keys. */
record ApiKeyPage(List<ApiKeyView> data, @Nullable String nextCursor) {}
