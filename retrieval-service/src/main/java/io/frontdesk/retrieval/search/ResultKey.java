package io.frontdesk.retrieval.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.frontdesk.contracts.Sha256;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * Under what a search's result is remembered: {@code search:<tenant>:<hash>}, the hash being SHA-256 of who may see what, and of
 * the whole request, as JSON, so that no two of them read the same.
 */
final class ResultKey {
    private static final ObjectMapper UNAMBIGUOUS = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** @param labels in order, since theirs does not matter */
    @RegisterForReflection(registerFullHierarchy = true)
    record Question(UUID tenant, List<String> labels, SearchRequest request) {}

    private ResultKey() {}

    static String of(Caller caller, SearchRequest request) {
        List<String> labels = caller.acl().stream().distinct().sorted().toList();
        try {
            byte[] question = UNAMBIGUOUS.writeValueAsBytes(new Question(caller.tenantId(), labels, request));
            return "search:" + caller.tenantId() + ":" + Sha256.hex(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every request is JSON", e);
        }
    }
}
