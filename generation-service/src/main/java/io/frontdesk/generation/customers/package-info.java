/** All that is kept about a customer, wherever it stands: told to the tenant, and erased. */
@NullMarked
package io.frontdesk.generation.customers;

import org.jspecify.annotations.NullMarked;
