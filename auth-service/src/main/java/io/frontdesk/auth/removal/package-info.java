/**
 * The end of a tenant: each service removes what it keeps of it, then this one does. What is left to do stands in PostgreSQL,
 * so that it goes on on whatever replica is there.
 */
@NullMarked
package io.frontdesk.auth.removal;

import org.jspecify.annotations.NullMarked;
