package io.frontdesk.generation.customers;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one store keeps about customers. Whoever keeps anything implements it, so that nothing is left behind. */
public interface CustomerData {
    /** What the rows are called in an export. */
    String name();

    Uni<List<Map<String, Object>>> export(UUID tenant, String customer);

    /** Answers how much there was. May be asked again. */
    Uni<Integer> erase(UUID tenant, String customer);
}
