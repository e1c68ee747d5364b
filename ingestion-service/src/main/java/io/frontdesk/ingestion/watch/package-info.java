/**
 * Those who follow documents as they live. Readers follow the rows, so that they may be at any replica, wherever a document is
 * worked on; one look at a time serves all of a replica's readers.
 */
@NullMarked
package io.frontdesk.ingestion.watch;

import org.jspecify.annotations.NullMarked;
