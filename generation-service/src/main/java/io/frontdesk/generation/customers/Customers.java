package io.frontdesk.generation.customers;

import io.frontdesk.contracts.conversations.CustomerExport;
import io.frontdesk.generation.failure.AnswerError;
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

    /** Fails with {@link AnswerError.UnknownCustomer} where there is nothing. */
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
        if (parts.stream().allMatch(part -> part.rows().isEmpty())) {
            throw new AnswerError.UnknownCustomer();
        }
        return new CustomerExport(customer, parts.stream().collect(Collectors.toMap(Part::name, Part::rows)));
    }

    /** Fails with {@link AnswerError.UnknownCustomer} where there was nothing. */
    Uni<Void> erase(UUID tenant, String customer) {
        return Multi.createFrom()
                .iterable(stores)
                .onItem()
                .transformToUniAndConcatenate(store -> store.erase(tenant, customer))
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(erased -> {
                    if (erased == 0) {
                        throw new AnswerError.UnknownCustomer();
                    }
                })
                .replaceWithVoid();
    }
}
