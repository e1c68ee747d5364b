package io.frontdesk.contracts.conversations;

import java.util.List;
import java.util.Map;

/**
 * All that is kept about a customer.
 *
 * @param data the rows of each kind by its name: {@code conversations}, and {@code answers} with what the customer thought of them
 */
public record CustomerExport(String customerId, Map<String, List<Map<String, Object>>> data) {
    public CustomerExport {
        data = Map.copyOf(data);
    }
}
