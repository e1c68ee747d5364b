/** What pipelines are told of the way in, held against what it does. */
@NullMarked
package io.frontdesk.ingestion.pipeline;

import org.jspecify.annotations.NullMarked;
