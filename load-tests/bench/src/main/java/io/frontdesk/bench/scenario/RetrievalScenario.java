package io.frontdesk.bench.scenario;

import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import io.frontdesk.bench.process.RetrievalService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What a search costs beside the embedding of its question, asked of the retrieval-service itself. */
public final class RetrievalScenario implements Scenario {
    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final int DOCUMENT = 20;

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public String shows() {
        return "searches without any cache of results, beside the embedding of the same questions alone, asked of a"
                + " retrieval-service directly";
    }

    @Override
    public Load load() {
        return new Load.ClosedLoop(8);
    }

    @Override
    public List<Target> targets(Stage stage) {
        var service = stage.retrieval("frontdesk_bench_retrieval");
        publishHelpCentre(service, stage);
        var questions = Questions.load();
        long first = System.currentTimeMillis();
        var credentials = service.credentials(TENANT);
        return List.of(
                new Target(
                        "embedding alone, new question",
                        service.base(),
                        Bodies.postArray("/internal/v1/embeddings", credentials, "input", questions.unrepeated(first)),
                        body -> body.contains("\"embedding\"")),
                search("search, new question", service, credentials, questions.unrepeated(first)),
                search("search, known question", service, credentials, questions.repeated()));
    }

    private static void publishHelpCentre(RetrievalService service, Stage stage) {
        if (!service.post(TENANT, "/search", Map.of("query", "warranty"))
                .path("passages")
                .isEmpty()) {
            return;
        }
        var texts = stage.helpCentre().paragraphs();
        for (int from = 0; from < texts.size(); from += DOCUMENT) {
            service.publish(TENANT, "Help", texts.subList(from, Math.min(from + DOCUMENT, texts.size())));
        }
    }

    private static Target search(
            String name, RetrievalService service, Map<String, String> credentials, Supplier<String> queries) {
        return new Target(
                name,
                service.base(),
                Bodies.post("/internal/v1/search", credentials, "query", queries),
                body -> body.contains("\"chunk_id\""));
    }
}
