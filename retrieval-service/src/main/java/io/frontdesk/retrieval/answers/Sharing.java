package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.kit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who may be given an answer that somebody asked for. What a tenant's keys, users and services asked serves all its callers; what
 * a visitor asked, nobody else, since visitors can put questions so that their answers come up where they do not belong (arXiv
 * 2601.23088), unless the tenant allows it. Whoever is not known to be the tenant's own counts as a visitor.
 */
@ApplicationScoped
class Sharing {
    static final String EVERYBODY = "";

    private static final List<String> TENANTS_OWN = List.of("key:", "user:", "service:");

    private final Set<UUID> openToVisitors;

    Sharing(AnswersConfig config) {
        this.openToVisitors = config.sharedByVisitorsOf().orElse(Set.of());
    }

    /** The only caller that may be given this answer, or {@link #EVERYBODY}. */
    String owner(Caller caller, AnswerOffer offer) {
        return offer.shared() ? EVERYBODY : owner(caller);
    }

    /** Whether an answer may be given to all who ask the same and see the same. */
    boolean isForEverybody(Caller caller, AnswerOffer offer) {
        return owner(caller, offer).equals(EVERYBODY);
    }

    /** The only caller that may be given what this one asked, or {@link #EVERYBODY}. */
    String owner(Caller caller) {
        boolean shared = TENANTS_OWN.stream().anyMatch(caller.subject()::startsWith)
                || openToVisitors.contains(caller.tenantId());
        return shared ? EVERYBODY : caller.subject();
    }
}
