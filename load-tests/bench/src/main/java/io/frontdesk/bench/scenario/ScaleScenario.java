package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.figures.Series;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import io.frontdesk.bench.process.RetrievalService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Tenants of all sizes in one database of {@code CHUNKS} chunks (environment; 200,000 where absent): what the nearest ten of the
 * API are of those of the exact scan, and the latency of the small beside the large. The data of a number is made once, and kept.
 */
public final class ScaleScenario implements Scenario {
    private static final UUID NOBODY = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final int QUESTIONS = 30;

    private final List<String> remarks = new ArrayList<>();

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String shows() {
        return "searches of large and small tenants in one index, without any cache of results, asked of a retrieval-service"
                + " directly";
    }

    @Override
    public Load load() {
        return new Load.OpenLoop(20);
    }

    @Override
    public List<Target> targets(Stage stage) {
        int chunks = Integer.parseInt(System.getenv().getOrDefault("CHUNKS", "200000"));
        var service = stage.retrieval("frontdesk_bench_scale_" + chunks);
        try (var connection = service.connect()) {
            var data = new ScaleData(connection, System.err::println);
            if (data.found().isEmpty()) {
                var sentences = stage.helpCentre().sentences();
                remarks.addAll(data.make(chunks, service.embed(NOBODY, sentences), sentences));
            }
            remarks.add(data.sizes());
            var tenants = data.found();
            for (var tenant : tenants) {
                remarks.add(recall(service, data, tenant));
                System.err.println(remarks.getLast());
            }
            return Stream.of("large", "middle 1", "lesser 1", "small beside large", "small")
                    .flatMap(name ->
                            tenants.stream().filter(tenant -> tenant.name().equals(name)))
                    .map(tenant -> target(service, tenant))
                    .toList();
        } catch (SQLException e) {
            throw new Failure("PostgreSQL refuses: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> remarks(List<Series> found) {
        return List.copyOf(remarks);
    }

    private static Target target(RetrievalService service, ScaleData.Tenant tenant) {
        return new Target(
                "%s: %,d chunks".formatted(tenant.name(), tenant.chunks()),
                service.base(),
                Bodies.post(
                        "/internal/v1/search",
                        service.credentials(tenant.id()),
                        "query",
                        Questions.load().unrepeated(System.currentTimeMillis())),
                body -> body.contains("\"chunk_id\""));
    }

    private static String recall(RetrievalService service, ScaleData data, ScaleData.Tenant tenant)
            throws SQLException {
        var next = Questions.load().unrepeated(1);
        var questions = Stream.generate(next).limit(QUESTIONS).toList();
        var plans = new HashSet<String>();
        int right = 0;
        for (int i = 0; i < questions.size(); i++) {
            var asked = Map.of("query", questions.get(i), "top_k", 10, "explain", true);
            var explained = service.post(tenant.id(), "/search", asked).path("explain");
            plans.add(explained.path("vector_plan").asText());
            // Alone, as the search embeds it: together with others its vector is another one, by what int8 rounds.
            var vector = service.embed(tenant.id(), List.of(questions.get(i))).getFirst();
            var nearest = data.nearest(tenant.id(), vector);
            right += (int) StreamSupport.stream(explained.path("by_meaning").spliterator(), false)
                    .limit(nearest.size())
                    .filter(found -> nearest.contains(found.asText()))
                    .count();
        }
        return String.format(
                Locale.ROOT,
                "recall@10 of %s (%,d chunks): %.3f, %s",
                tenant.name(),
                tenant.chunks(),
                right / (10.0 * QUESTIONS),
                plans);
    }
}
