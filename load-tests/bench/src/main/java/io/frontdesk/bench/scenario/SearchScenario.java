package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Suite;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import java.util.List;
import java.util.function.Supplier;

/** {@code POST /v1/search}: queries that were never asked before, and queries whose embedding is at hand. */
public final class SearchScenario implements Scenario {
    @Override
    public String name() {
        return "search";
    }

    @Override
    public String shows() {
        return "latency of /v1/search through the gateway, beside a bare Quarkus endpoint that reads and writes the same JSON";
    }

    @Override
    public Load load() {
        return new Load.OpenLoop(20);
    }

    @Override
    public List<Target> targets(Stage stage) {
        var suite = stage.suite();
        var questions = Questions.load();
        long firstOrder = System.currentTimeMillis();
        var bare = new Target(
                "bare quarkus",
                stage.bareQuarkus(),
                Bodies.post("/echo", suite.credentials(), "query", questions.unrepeated(firstOrder)),
                body -> body.contains("\"query\""));
        return List.of(
                bare,
                search("search, new query", suite, questions.unrepeated(firstOrder)),
                search("search, known query", suite, questions.repeated()));
    }

    /** Queries that nobody has asked before. */
    public static Target unknown(Suite suite) {
        return search("search, new query", suite, Questions.load().unrepeated(System.currentTimeMillis()));
    }

    private static Target search(String name, Suite suite, Supplier<String> queries) {
        return new Target(
                name,
                suite.url(),
                Bodies.post("/v1/search", suite.credentials(), "query", queries),
                body -> body.contains("\"chunk_id\""));
    }
}
