/** Conversations of customers, as tenants and the customers themselves read them. */
@NullMarked
package io.frontdesk.contracts.conversations;

import org.jspecify.annotations.NullMarked;
