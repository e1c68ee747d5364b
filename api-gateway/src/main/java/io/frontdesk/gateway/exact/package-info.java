/**
 * Answers that were given before to exactly this question: kept by retrieval with what they rest on, read from Redis, and for a while
 * from memory. What is not proved to be as good as new is a miss, and generation answers.
 */
@NullMarked
package io.frontdesk.gateway.exact;

import org.jspecify.annotations.NullMarked;
