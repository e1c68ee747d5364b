package io.frontdesk.retrieval.answers.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.frontdesk.retrieval.answers.PgWithdrawalStore;
import io.frontdesk.retrieval.answers.Withdrawal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Withdrawals of all tenants. Not locked: withdrawing twice does no harm, and a publication waits for nobody. */
@ApplicationScoped
class PgOpenWithdrawalStore {
    private static final String OPEN = "select tenant_id, cache_key, knowledge_version from withdrawn_answer limit 500";

    private final SystemDatabase database;

    PgOpenWithdrawalStore(SystemDatabase database) {
        this.database = database;
    }

    Uni<List<Withdrawal>> open() {
        return database.inTransaction(connection -> connection
                .preparedQuery(OPEN)
                .mapping(PgWithdrawalStore::withdrawal)
                .execute()
                .map(rows -> rows.stream().toList()));
    }

    Uni<Void> done(List<Withdrawal> withdrawn) {
        return database.inTransaction(connection -> PgWithdrawalStore.forget(connection, withdrawn));
    }
}
