/** Withdrawals that whoever began them left undone, for all tenants, done with the system role. */
@NullMarked
package io.frontdesk.retrieval.answers.system;

import org.jspecify.annotations.NullMarked;
