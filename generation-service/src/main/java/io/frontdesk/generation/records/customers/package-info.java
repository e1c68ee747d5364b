/** What the records of answers hold about one customer, to be told and to be erased. */
@NullMarked
package io.frontdesk.generation.records.customers;

import org.jspecify.annotations.NullMarked;
