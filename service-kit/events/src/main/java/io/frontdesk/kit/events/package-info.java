/**
 * What the world is told: events leave for Kafka through the table {@code outbox} of a service's schema, written in the
 * transaction in which they happened. Its columns: {@code position bigint} (identity), {@code id uuid} (unique),
 * {@code tenant_id uuid} (nullable where a service tells of what is nobody's), {@code key text}, {@code topic text},
 * {@code type text}, {@code data text}, {@code happened_at timestamptz}; the service's role may insert, the system role
 * select, update and delete.
 */
@NullMarked
package io.frontdesk.kit.events;

import org.jspecify.annotations.NullMarked;
