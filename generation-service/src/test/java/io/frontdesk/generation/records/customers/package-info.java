/** A customer's records. */
@NullMarked
package io.frontdesk.generation.records.customers;

import org.jspecify.annotations.NullMarked;
