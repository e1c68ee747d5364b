/** Figures of a tenant's answers, from the hours that the folding of records raises; a replica of the database may tell them. */
@NullMarked
package io.frontdesk.generation.analytics;

import org.jspecify.annotations.NullMarked;
