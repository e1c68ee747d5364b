/**
 * What is searched: chunks are staged unseen, and a version of a document replaces its predecessor in one transaction that
 * raises the tenant's knowledge version. Late versions never win over newer ones or over a deletion.
 */
@NullMarked
package io.frontdesk.retrieval.index;

import org.jspecify.annotations.NullMarked;
