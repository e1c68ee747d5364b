/** What the world is told: events leave through an outbox, written in the transaction in which they happened. */
@NullMarked
package io.frontdesk.ingestion.events;

import org.jspecify.annotations.NullMarked;
