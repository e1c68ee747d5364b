/**
 * What the tests of all services share: real PostgreSQL, Redis and Kafka from the launcher, an auth-service to verify tokens
 * against, faked peers, and the rules of architecture.
 */
@NullMarked
package io.frontdesk.testing;

import org.jspecify.annotations.NullMarked;
