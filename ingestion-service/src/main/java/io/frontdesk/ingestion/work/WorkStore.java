package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The queue of one tenant's work, as intake and workers use it: at most one task a document, the latest. A new task takes the
 * place of an older one, whoever holds it.
 */
public interface WorkStore {
    /** Queues a task for the document's present version; it may begin when the transaction has committed. */
    Uni<Void> add(SqlConnection transaction, Document document, Task task);

    /** As {@link #add}, already taken by the caller. */
    Uni<Lease> addTaken(SqlConnection transaction, Document document, Task task);

    /** Gives a task up in the transaction in which somebody else takes it on; nothing where the lease is lost. */
    Uni<Void> drop(SqlConnection transaction, Lease lease);

    /** Makes a lease last from now on again; false where it is lost. */
    Uni<Boolean> renew(Lease lease);

    /**
     * Stores the next step of the document's life, in a transaction in which nobody else can take the lease or change the
     * document.
     *
     * @param step from the document as it is to what it becomes
     * @return fails with {@link LeaseLost}, and nothing is written, where the lease is lost
     */
    Uni<Document> step(Lease lease, UnaryOperator<Document> step);

    /** As {@link #step}; with it the task is done. */
    Uni<Void> finish(Lease lease, UnaryOperator<Document> step);

    /** As {@link #finish}; with it the originals of all versions before the lease's are forgotten. */
    Uni<Void> finishAndForgetOriginals(Lease lease, UnaryOperator<Document> step);

    /** Gives the task back, to be begun again after a while. */
    Uni<Void> retryAfter(Lease lease, Duration delay);

    /** As {@link #retryAfter}, and this time does not count as an attempt. */
    Uni<Void> postpone(Lease lease, Duration delay);

    /** Says on which plan a tenant is, from which its share follows. */
    Uni<Void> plan(UUID tenantId, String plan);

    /** Lets no replica begin with anything of the tenant for a while. */
    Uni<Void> rest(UUID tenantId, Duration delay);
}
