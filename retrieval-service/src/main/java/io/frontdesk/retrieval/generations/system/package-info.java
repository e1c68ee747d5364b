/** The way from one model to another, over all tenants, with the system role. */
@NullMarked
package io.frontdesk.retrieval.generations.system;

import org.jspecify.annotations.NullMarked;
