package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.AdmissionStore.Question;
import io.frontdesk.gateway.admission.AdmissionStore.Reply;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Decides over requests: by the store, and where that does not, by this gateway's share. Never fails. */
final class Admissions {
    private final AdmissionStore store;
    private final Memory memory;
    private final Presence presence;

    Admissions(AdmissionStore store, Memory memory, Presence presence) {
        this.store = store;
        this.memory = memory;
        this.presence = presence;
    }

    /** Over a caller's request. Where the store does not decide, nothing is known of the tenant, and what was granted goes on. */
    Uni<Admission> admit(TokenGrant grant, List<Limit> limits) {
        TenantStanding unknown = TenantStanding.unknown(grant.tenantId());
        return decide(
                limits,
                Optional.of(grant),
                (stake, reply) -> new Admission(reply.standing().orElse(unknown), stake.settle(reply)),
                stake -> new Admission(unknown, stake.alone()));
    }

    /** Over a request of which no more is known than from where it comes. */
    Uni<Decision> admit(List<Limit> limits) {
        return decide(limits, Optional.empty(), Stake::settle, Stake::alone);
    }

    private <T> Uni<T> decide(
            List<Limit> limits,
            Optional<TokenGrant> grant,
            BiFunction<Stake, Reply, T> settled,
            Function<Stake, T> alone) {
        return Uni.createFrom().deferred(() -> {
            Stake stake = Stake.in(limits, memory, presence.gateways());
            return store.admit(new Question(stake.told(), 1, stake.withinShare() ? 1 : 0, presence.isUnheard(), grant))
                    .onCancellation()
                    .invoke(stake::forfeit)
                    .map(reply -> settled.apply(stake, reply))
                    .onFailure()
                    .recoverWithItem(() -> alone.apply(stake));
        });
    }
}
