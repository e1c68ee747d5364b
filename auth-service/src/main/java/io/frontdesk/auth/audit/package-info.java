/** The audit trail: who did what, appended in the transaction in which it was done. */
@NullMarked
package io.frontdesk.auth.audit;

import org.jspecify.annotations.NullMarked;
