package io.frontdesk.auth.removal;

import io.frontdesk.auth.tenants.Tenant;
import java.util.Set;

/**
 * A tenant that is being removed.
 *
 * @param actor who asked for it
 * @param requestId of the request that did, empty where it had none
 * @param done the services that have removed what they kept
 * @param attempts how often it was begun, this time included
 */
public record Removal(Tenant tenant, String actor, String requestId, Set<String> done, int attempts) {
    public Removal {
        done = Set.copyOf(done);
    }
}
