package io.frontdesk.retrieval.knowledge.system;

import java.util.UUID;

/** The knowledge version of a tenant. */
record VersionOf(UUID tenant, long version) {}
