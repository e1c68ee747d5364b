package io.frontdesk.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A question set in a tenant of its own, published through the gateway and asked of the retrieval-service. */
final class PublishedSet {
    private static final Duration INDEXING = Duration.ofMinutes(15);

    /** Many passages may be of one document: enough that ten documents are among them. */
    private static final int PASSAGES = 50;

    private static final int PAGE = 100;

    private final QuestionSet set;
    private final URI auth;
    private final URI retrieval;
    private final SuiteClient gateway;
    private final Map<String, Integer> entries = new HashMap<>();

    private PublishedSet(QuestionSet set, URI auth, URI retrieval, SuiteClient gateway) {
        this.set = set;
        this.auth = auth;
        this.retrieval = retrieval;
        this.gateway = gateway;
    }

    static PublishedSet publish(QuestionSet set, Addresses addresses, String operatorKey) {
        var http = HttpClient.newHttpClient();
        var operator = new SuiteClient(http, addresses.gateway(), operatorKey);
        String tenant = operator.post("/v1/tenants", Map.of("name", "quality-" + set.name() + "-" + UUID.randomUUID()))
                .path("id")
                .asText();
        String key = operator.post(
                        "/v1/tenants/" + tenant + "/api-keys",
                        Map.of("name", "quality", "scopes", List.of("search", "documents:read", "documents:write")))
                .path("key")
                .asText();
        var published = new PublishedSet(
                set, addresses.auth(), addresses.retrieval(), new SuiteClient(http, addresses.gateway(), key));
        published.publish();
        return published;
    }

    /** A title tells nothing of the question. */
    private void publish() {
        for (int entry = 0; entry < set.entries().size(); entry++) {
            String name = set.name() + " " + (entry + 1);
            String id = gateway.post(
                            "/v1/documents",
                            Map.of(
                                    "title",
                                    name,
                                    "external_id",
                                    name,
                                    "text",
                                    set.entries().get(entry).answer()))
                    .path("id")
                    .asText();
            entries.put(id, entry);
        }
        Await.until(
                INDEXING,
                () -> count("indexed") + count("failed") >= entries.size(),
                () -> new Failure(
                        "%d of %d documents are indexed".formatted(count("indexed"), entries.size()), "see make logs"));
        if (count("failed") > 0) {
            throw new Failure(count("failed") + " documents failed", "see make logs");
        }
    }

    private long count(String state) {
        long count = 0;
        String next = "";
        do {
            JsonNode page = gateway.get("/v1/documents?limit=" + PAGE + next);
            count += StreamSupport.stream(page.path("data").spliterator(), false)
                    .filter(document -> document.path("state").asText().equals(state))
                    .count();
            next = page.path("next_cursor").isTextual()
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : "";
        } while (!next.isEmpty());
        return count;
    }

    /** Of both legs, or of one of them alone. */
    Figures figures(@Nullable String leg) {
        SuiteClient inside = new SuiteClient(gateway.http(), retrieval, token());
        List<Integer> places = IntStream.range(0, set.entries().size())
                .mapToObj(entry -> Figures.place(
                        entry, documents(inside, set.entries().get(entry).question(), leg).stream()))
                .toList();
        return Figures.of(places);
    }

    private List<Integer> documents(SuiteClient inside, String question, @Nullable String leg) {
        Map<String, Object> request = new HashMap<>(Map.of("query", question, "top_k", PASSAGES));
        if (leg != null) {
            request.put("leg", leg);
        }
        List<Integer> documents = new ArrayList<>();
        inside.post("/internal/v1/search", request)
                .path("passages")
                .forEach(passage ->
                        documents.add(entries.get(passage.path("document_id").asText())));
        return documents;
    }

    /** As the gateway takes it for a caller; it lives for some minutes, and so does a round of questions. */
    private String token() {
        return new SuiteClient(gateway.http(), auth, "none")
                .post("/internal/v1/token-exchange", Map.of("credential", gateway.credential()))
                .path("access_token")
                .asText();
    }
}
