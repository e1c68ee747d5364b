/**
 * Dead letters: documents that failed and records that never became documents, each with its reason, stage, attempts and
 * original, until it is replayed, overtaken by a later version that succeeds, or too old. A tenant sees its own; the
 * operator sees all, and alone those that are nobody's.
 */
@NullMarked
package io.frontdesk.ingestion.dead;

import org.jspecify.annotations.NullMarked;
