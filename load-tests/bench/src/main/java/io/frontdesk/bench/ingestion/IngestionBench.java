package io.frontdesk.bench.ingestion;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.environment.Repository;
import io.frontdesk.bench.figures.Report;
import io.frontdesk.bench.figures.Spread;
import io.frontdesk.bench.figures.Table;
import io.frontdesk.bench.scenario.PublishingTenant;
import io.frontdesk.bench.scenario.ServiceToken;
import io.frontdesk.bench.scenario.Stage;
import io.frontdesk.kit.tokenizer.TokenizerFile;
import io.frontdesk.kit.tokenizer.WordPieceTokenizer;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Publishes the sample help centre again and again, each time as new documents, waits until all are searched, and then has the
 * model alone embed the chunks that came of them.
 */
public final class IngestionBench {
    /** Of the sample documents in one round. */
    private static final int COPIES = 6;

    private static final int WORDS_OF_TWO_PAGES = 1_000;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final PublishingTenant tenant;
    private final IndexedDocuments documents;
    private final BareModel model;
    private final List<Path> samples;
    private final Path results;
    private final WordPieceTokenizer tokenizer = TokenizerFile.read(TokenizerFile.bundled());

    private record Round(int documents, int chunks, long words, long tokens, double seconds, double modelSeconds) {
        double documentsPerMinute() {
            return 60 * documents / seconds;
        }

        double twoPagesPerMinute() {
            return 60 * words / (double) WORDS_OF_TWO_PAGES / seconds;
        }

        double chunksPerSecond() {
            return chunks / seconds;
        }

        double tokensPerSecond() {
            return tokens / seconds;
        }

        double modelChunksPerSecond() {
            return chunks / modelSeconds;
        }

        double modelTokensPerSecond() {
            return tokens / modelSeconds;
        }

        double ofTheModel() {
            return modelSeconds / seconds;
        }
    }

    private IngestionBench(
            Repository repository, PublishingTenant tenant, IndexedDocuments documents, BareModel model) {
        this.results = repository.results();
        this.samples = repository.samples();
        this.tenant = tenant;
        this.documents = documents;
        this.model = model;
    }

    /** Of the suite that {@code make up} started here, for a tenant that ends with the stage. */
    public static IngestionBench of(Repository repository, Stage stage) {
        var workspace = Workspace.local(repository.root());
        var servers = Infrastructure.start(workspace, System.getenv(), Durability.SAFE, Progress.to(System.err));
        var tenant = stage.publishingTenant();
        return new IngestionBench(
                repository,
                tenant,
                new IndexedDocuments(servers.database().admin(), tenant.id()),
                new BareModel(ServiceToken.of(workspace, tenant.id())));
    }

    /** The figures as a table; a round before the first is not counted. */
    public String run(int rounds) {
        round();
        var measured = new ArrayList<Round>();
        for (int i = 1; i <= rounds; i++) {
            var round = round();
            measured.add(round);
            System.err.printf(
                    Locale.ROOT,
                    "round %d of %d: %.1f chunks/s, the model alone %.1f%n",
                    i,
                    rounds,
                    round.chunksPerSecond(),
                    round.modelChunksPerSecond());
        }
        Report.write(results, "ingestion", measured);
        var first = measured.getFirst();
        var table = new Table("what", "pipeline", "model alone");
        table.add("documents/min", of(measured, Round::documentsPerMinute), "");
        table.add("two pages (1,000 words)/min", of(measured, Round::twoPagesPerMinute), "");
        table.add("chunks/s", of(measured, Round::chunksPerSecond), of(measured, Round::modelChunksPerSecond));
        table.add("tokens/s", of(measured, Round::tokensPerSecond), of(measured, Round::modelTokensPerSecond));
        table.add("of the model's speed", of(measured, Round::ofTheModel), "1");
        return "%d documents of %d formats a round, %d chunks, %d tokens; median (least-most) of %d rounds%n%n%s"
                .formatted(first.documents, 4, first.chunks, first.tokens, rounds, table);
    }

    private Round round() {
        var since = Instant.now();
        long begun = System.nanoTime();
        for (int copy = 0; copy < COPIES; copy++) {
            samples.forEach(tenant::publish);
        }
        awaitIndexed();
        double seconds = (System.nanoTime() - begun) / 1e9;
        var texts = documents.textsSince(since);
        long words = texts.stream().mapToLong(text -> SPACE.split(text).length).sum();
        long tokens = texts.stream().mapToLong(tokenizer::count).sum();
        double alone = model.embed(texts) / 1e9;
        return new Round(COPIES * samples.size(), texts.size(), words, tokens, seconds, alone);
    }

    private void awaitIndexed() {
        try {
            while (documents.open() > 0) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static String of(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray()).toString();
    }
}
