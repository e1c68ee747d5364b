package io.frontdesk.e2e.isolation;

import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Place;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Where an id of another tenant is no reference to what that tenant has, so that there is nothing to be not found. Rows and
 * canaries are watched there as everywhere.
 *
 * @param reason why it may be answered with success
 */
record NamesOnly(String reason, BiPredicate<Operation, Place> where) {
    static final List<NamesOnly> ALL = List.of(
            new NamesOnly(
                    "a publisher's own name of a document, within its tenant",
                    (operation, place) -> place.lastName().equals("external_id")),
            new NamesOnly("a tenant's own name of a customer", (operation, place) -> place.lastName()
                    .equals("customer_id")),
            new NamesOnly("a position in the caller's own list", (operation, place) -> place.lastName()
                    .equals("cursor")),
            new NamesOnly(
                    "the index keeps documents by tenant and id, and takes the id from the ingestion-service",
                    (operation, place) -> operation.service().equals("retrieval-service")
                            && operation.path().startsWith("/internal/v1/documents/{id}")
                            && place.name().equals("id")),
            new NamesOnly(
                    "an answer that is offered for reuse is not kept where it names what its caller cannot see",
                    (operation, place) -> operation.service().equals("retrieval-service")
                            && operation.path().equals("/internal/v1/answers")));

    static boolean hold(Operation operation, Place place) {
        return ALL.stream().anyMatch(exception -> exception.where().test(operation, place));
    }
}
