/**
 * Answers that may be given again: how generation-service offers one to retrieval-service, which keeps the lineage, and how
 * the exact answer cache that the gateways share is written, so that nothing outdated gets into it.
 */
@NullMarked
package io.frontdesk.contracts.reuse;

import org.jspecify.annotations.NullMarked;
