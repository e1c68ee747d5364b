package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Suite;
import io.frontdesk.bench.figures.Series;
import io.frontdesk.bench.load.Background;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What searches of one tenant notice of another that has its documents indexed. */
public final class BulkScenario implements Scenario {
    private @Nullable BulkIndexing indexing;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public String shows() {
        return "latency of /v1/search, queries never asked before, alone and while another tenant's documents are indexed as"
                + " fast as they can be";
    }

    @Override
    public Load load() {
        return new Load.OpenLoop(50);
    }

    @Override
    public List<Target> targets(Stage stage) {
        var suite = stage.suite();
        var documents = stage.bulkIndexing();
        indexing = documents;
        return List.of(
                search("search, alone", suite, Background.NOTHING), search("search, bulk beside", suite, documents));
    }

    @Override
    public List<String> remarks(List<Series> found) {
        return indexing == null ? List.of() : List.of("", indexing.summary());
    }

    private static Target search(String name, Suite suite, Background beside) {
        var queries = Questions.load().unrepeated(System.nanoTime());
        return new Target(
                name,
                suite.url(),
                Bodies.post("/v1/search", suite.credentials(), "query", queries),
                body -> body.contains("\"chunk_id\""),
                beside);
    }
}
