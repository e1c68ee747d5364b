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
    private final Form form;
    private final URI auth;
    private final URI retrieval;
    private final SuiteClient gateway;
    private final Map<String, Integer> entries = new HashMap<>();

    private PublishedSet(QuestionSet set, Form form, URI auth, URI retrieval, SuiteClient gateway) {
        this.set = set;
        this.form = form;
        this.auth = auth;
        this.retrieval = retrieval;
        this.gateway = gateway;
    }

    /** What is published of an entry. */
    enum Form {
        /** As it is: under its question. */
        PAGES,
        /** The harder one: what is asked for stands nowhere in the words of the question. */
        ANSWERS
    }

    static PublishedSet publish(QuestionSet set, Form form, Addresses addresses, String operatorKey) {
        var http = HttpClient.newHttpClient();
        var operator = new SuiteClient(http, addresses.gateway(), operatorKey);
        String tenant = operator.post(
                        "/v1/tenants",
                        Map.of("name", "quality-" + set.name() + "-" + UUID.randomUUID(), "plan", "gold"))
                .path("id")
                .asText();
        String key = operator.post(
                        "/v1/tenants/" + tenant + "/api-keys",
                        Map.of(
                                "name",
                                "quality",
                                "scopes",
                                List.of("chat", "search", "documents:read", "documents:write")))
                .path("key")
                .asText();
        var published = new PublishedSet(
                set, form, addresses.auth(), addresses.retrieval(), new SuiteClient(http, addresses.gateway(), key));
        published.publish();
        return published;
    }

    /** A title tells nothing of the question. */
    private void publish() {
        for (int entry = 0; entry < set.entries().size(); entry++) {
            String name = set.name() + " " + (entry + 1);
            String id = gateway.post(
                            "/v1/documents", document(name, set.entries().get(entry)))
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

    private Map<String, String> document(String name, QuestionSet.Entry entry) {
        Map<String, String> document = new HashMap<>(Map.of("title", name, "external_id", name));
        switch (form) {
            case PAGES -> document.putAll(Map.of("text", entry.page(), "content_type", "text/html"));
            case ANSWERS -> document.put("text", entry.answer());
        }
        return document;
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

    /** What the suite answers to each of the questions, without a language model. */
    List<Reply> replies(List<String> questions) {
        return questions.stream().map(this::reply).toList();
    }

    private Reply reply(String question) {
        JsonNode answer = gateway.post("/v1/answers", Map.of("question", question));
        if (!answer.path("model").asText().equals("extractive")) {
            throw new Failure(
                    "a language model wrote the answer (%s)"
                            .formatted(answer.path("model").asText()),
                    "start the suite without the key of one");
        }
        List<Integer> cited = StreamSupport.stream(answer.path("citations").spliterator(), false)
                .map(citation -> entries.get(citation.path("document_id").asText()))
                .toList();
        return new Reply(cited, answer.path("confidence").asDouble());
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
