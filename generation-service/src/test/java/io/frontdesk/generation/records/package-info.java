/** Records of answers, on real Redis, PostgreSQL and Kafka. */
@NullMarked
package io.frontdesk.generation.records;

import org.jspecify.annotations.NullMarked;
