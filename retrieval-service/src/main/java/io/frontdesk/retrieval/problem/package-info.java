/** What this service refuses, and how it says so over HTTP. */
@NullMarked
package io.frontdesk.retrieval.problem;

import org.jspecify.annotations.NullMarked;
