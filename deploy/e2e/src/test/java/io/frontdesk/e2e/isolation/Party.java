package io.frontdesk.e2e.isolation;

import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Harvest;
import io.frontdesk.e2e.openapi.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who asks: a tenant, or the operator.
 *
 * @param ids what it was told, or made up itself
 */
public record Party(Filler filler, List<Carrier> carriers, Harvest ids) {

    /** The carriers that the operation's service takes; where none is asked for, those that say nothing of a caller. */
    Stream<Carrier> carriersFor(Operation operation) {
        return carriers.stream()
                .filter(carrier -> carrier.services().contains(operation.service()))
                .filter(carrier -> carrier.isAnonymous() == operation.isOpen());
    }

    /** A carrier that the operation lets in. */
    public Optional<Carrier> admittedTo(Operation operation) {
        return carriersFor(operation)
                .filter(carrier -> BoundTo.admits(operation, carrier))
                .findFirst();
    }
}
