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
import org.jspecify.annotations.Nullable;

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

    /**
     * The tenant; fails with {@link IntakeRefused} where the record may not write, and otherwise where that is not known now.
     *
     * @param key that the record came with
     * @param named the tenant that the record names itself
     */
    Uni<UUID> tenantOf(@Nullable String key, @Nullable UUID named) {
        if (key != null) {
            return tokens.exchange(key)
                    .onFailure(CredentialRefused.class)
                    .transform(e -> new IntakeRefused("refused_key", "the key is not valid"))
                    .chain(grant -> learn(tenantOf(named, grant), grant.plan()));
        }
        if (trusted && named != null) {
            return Uni.createFrom().item(named);
        }
        throw new IntakeRefused("no_key", "the header frontdesk-key is missing");
    }

    private Uni<UUID> learn(UUID tenant, String plan) {
        return shares.learn(tenant, plan).replaceWith(tenant);
    }

    private static UUID tenantOf(@Nullable UUID named, TokenGrant grant) {
        if (!List.of(grant.scope().split(" ")).contains(Scope.DOCUMENTS_WRITE.wireName())) {
            throw new IntakeRefused("refused_key", "the key lacks the scope documents:write");
        }
        if (named != null && !named.equals(grant.tenantId())) {
            throw new IntakeRefused("refused_key", "ce_tenantid is not the tenant of the key");
        }
        return grant.tenantId();
    }
}
