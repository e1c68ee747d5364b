package io.frontdesk.retrieval.answers;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Withdrawals that may still have to be done. */
interface WithdrawalStore {
    /** Some of those of a tenant; none when all are done. */
    Uni<List<Withdrawal>> open(UUID tenant);

    /** Forgets what is done; what has to be done again under a newer version stays. */
    Uni<Void> done(UUID tenant, List<Withdrawal> withdrawn);
}
