package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;

/** Where the standing of tenants is read. */
interface StandingStore {
    /** How the tenant of a grant stands at this moment, with every epoch that the grant names. */
    Uni<TenantStanding> read(TokenGrant grant);
}
