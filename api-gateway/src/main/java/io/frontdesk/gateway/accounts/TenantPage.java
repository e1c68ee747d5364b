package io.frontdesk.gateway.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of tenants. */
record TenantPage(List<TenantView> data, @Nullable String nextCursor) {}
