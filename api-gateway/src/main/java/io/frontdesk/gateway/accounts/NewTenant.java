package io.frontdesk.gateway.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A business.
 *
 * @param plan the name of one of the installation's plans
 */
record NewTenant(@Nullable String name, @Nullable String plan) {}
