/** What is kept of finished answers, and what it comes to; the generation-service keeps it. */
@NullMarked
package io.frontdesk.gateway.records;

import org.jspecify.annotations.NullMarked;
