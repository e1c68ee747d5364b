/** The whole suite as its users meet it: documents go in over Kafka and HTTP, questions come in over HTTP. */
@NullMarked
package io.frontdesk.e2e;

import org.jspecify.annotations.NullMarked;
