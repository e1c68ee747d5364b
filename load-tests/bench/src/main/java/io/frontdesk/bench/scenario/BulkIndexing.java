package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.load.Background;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Publishes long documents, made of shuffled paragraphs of the sample help centre, so that some always wait: as many are on
 * their way as all workers take at a time, and more.
 */
final class BulkIndexing implements Background {
    private static final int ON_THEIR_WAY = 6;
    private static final int PARAGRAPHS = 120;
    private static final int SHORTEST_PARAGRAPH = 80;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PublishingTenant tenant;
    private final List<String> paragraphs;
    private final Random random = new Random(1);
    private final Queue<String> onTheirWay = new ArrayDeque<>();
    private long chunks;
    private long nanos;

    BulkIndexing(PublishingTenant tenant, Path sampleDocuments) {
        this.tenant = tenant;
        this.paragraphs = paragraphs(sampleDocuments);
    }

    /** Returns when the first document is indexed: then all parts of the pipeline are at work. */
    @Override
    public Running start() {
        var stretch = new Stretch();
        stretch.awaitUnderWay();
        return stretch;
    }

    String summary() {
        return String.format(
                Locale.ROOT, "indexed beside searches: %d chunks, %.0f chunks/s", chunks, chunks * 1e9 / nanos);
    }

    private void publish() {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("title", "Bulk")
                .put("text", text())
                .put("content_type", "text/markdown");
        onTheirWay.add(tenant.publish(body));
    }

    /** Counts those that have become indexed, the oldest first. */
    private void takeIndexed() {
        while (!onTheirWay.isEmpty()) {
            var document = tenant.document(onTheirWay.element());
            if (!PublishingTenant.isIndexed(document)) {
                return;
            }
            chunks += document.path("chunks").asInt();
            onTheirWay.remove();
        }
    }

    private String text() {
        var shuffled = new ArrayList<>(paragraphs);
        Collections.shuffle(shuffled, random);
        return "# Order %d%n%n".formatted(random.nextInt(1_000_000))
                + String.join(
                        "\n\n",
                        IntStream.range(0, PARAGRAPHS)
                                .mapToObj(i -> shuffled.get(i % shuffled.size()))
                                .toList());
    }

    private static List<String> paragraphs(Path folder) {
        try (var files = Files.newDirectoryStream(folder, "*.md")) {
            var paragraphs = new ArrayList<String>();
            for (var file : files) {
                Arrays.stream(Files.readString(file).split("\n\\s*\n"))
                        .filter(paragraph -> paragraph.length() >= SHORTEST_PARAGRAPH)
                        .forEach(paragraphs::add);
            }
            return paragraphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One stretch of indexing: the thread keeps documents on their way until it is to end, and then waits for the last. */
    private final class Stretch implements Running {
        private final CompletableFuture<Void> underWay = new CompletableFuture<>();
        private final CompletableFuture<Void> done = CompletableFuture.runAsync(this::index);
        private volatile boolean ending;

        private void index() {
            try {
                long begun = System.nanoTime();
                long before = chunks;
                while (!ending || !onTheirWay.isEmpty()) {
                    while (!ending && onTheirWay.size() < ON_THEIR_WAY) {
                        publish();
                    }
                    takeIndexed();
                    if (chunks > before) {
                        underWay.complete(null);
                    }
                    Thread.sleep(LOOK);
                }
                nanos += System.nanoTime() - begun;
            } catch (InterruptedException | RuntimeException e) {
                underWay.completeExceptionally(e);
                throw new CompletionException(e);
            }
        }

        void awaitUnderWay() {
            underWay.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }

        @Override
        public void close() {
            ending = true;
            done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
