/** What is kept of answers that have ended, what it comes to, and how others are told of it. */
@NullMarked
package io.frontdesk.contracts.records;

import org.jspecify.annotations.NullMarked;
