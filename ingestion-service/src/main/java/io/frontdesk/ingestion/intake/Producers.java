package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.ingestion.work.Shares;
import io.frontdesk.kit.tokens.CredentialRefused;
import io.frontdesk.kit.tokens.TokenExchange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Says for which tenant a record may write. */
@ApplicationScoped
class Producers {
    private final TokenExchange tokens;
    private final Shares shares;
    private final boolean trusted;

    Producers(TokenExchange tokens, Shares shares, IntakeConfig config) {
        this.tokens = tokens;
        this.shares = shares;
        this.trusted = config.trustedProducers();
    }

    /** The tenant; fails with {@link IntakeRefused} where the record may not write, and otherwise where that is not known now. */
    Uni<UUID> tenantOf(IntakeEvent event) {
        if (event.key() != null) {
            return tokens.exchange(event.key())
                    .onFailure(CredentialRefused.class)
                    .transform(e -> new IntakeRefused("refused_key", "the key is not valid"))
                    .chain(grant -> learn(tenantOf(event, grant), grant.plan()));
        }
        if (trusted && event.tenantId() != null) {
            return Uni.createFrom().item(event.tenantId());
        }
        throw new IntakeRefused("no_key", "the header frontdesk-key is missing");
    }

    private Uni<UUID> learn(UUID tenant, String plan) {
        return shares.learn(tenant, plan).replaceWith(tenant);
    }

    private static UUID tenantOf(IntakeEvent event, TokenGrant grant) {
        if (!List.of(grant.scope().split(" ")).contains(Scope.DOCUMENTS_WRITE.wireName())) {
            throw new IntakeRefused("refused_key", "the key lacks the scope documents:write");
        }
        if (event.tenantId() != null && !event.tenantId().equals(grant.tenantId())) {
            throw new IntakeRefused("refused_key", "ce_tenantid is not the tenant of the key");
        }
        return grant.tenantId();
    }
}
