package io.frontdesk.ingestion.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every order in which the changes of a small history can arrive. */
final class Histories {
    private Histories() {}

    static <T> Set<List<T>> ordersOf(List<T> changes) {
        if (changes.isEmpty()) {
            return Set.of(List.of());
        }
        Set<List<T>> orders = new HashSet<>();
        for (int first = 0; first < changes.size(); first++) {
            List<T> rest = new ArrayList<>(changes);
            T change = rest.remove(first);
            for (List<T> tail : ordersOf(rest)) {
                List<T> order = new ArrayList<>(List.of(change));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }
}
