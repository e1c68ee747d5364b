package io.frontdesk.generation.customers;

import io.frontdesk.contracts.conversations.CustomerExport;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that is kept about a customer, told and erased. */
@ApplicationScoped
class Customers {
    private final List<CustomerData> stores;

    Customers(@All List<CustomerData> stores) {
        this.stores = List.copyOf(stores);
    }

    private record Part(String name, List<Map<String, Object>> rows) {}

    /** Nothing where nothing is kept: a customer's id is the tenant's own name for somebody. */
    Uni<CustomerExport> export(UUID tenant, String customer) {
        return Multi.createFrom()
                .iterable(stores)
                .onItem()
                .transformToUniAndConcatenate(
                        store -> store.export(tenant, customer).map(rows -> new Part(store.name(), rows)))
                .collect()
                .asList()
                .map(parts -> export(customer, parts));
    }

    private static CustomerExport export(String customer, List<Part> parts) {
        return new CustomerExport(customer, parts.stream().collect(Collectors.toMap(Part::name, Part::rows)));
    }

    Uni<Void> erase(UUID tenant, String customer) {
        return Multi.createFrom()
                .iterable(stores)
                .onItem()
                .transformToUniAndConcatenate(store -> store.erase(tenant, customer))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
