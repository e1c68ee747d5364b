package io.frontdesk.ingestion.work;

import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.ingestion.chunk.Chunk;
import io.frontdesk.ingestion.chunk.Chunker;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife;
import io.frontdesk.ingestion.documents.DocumentLife.Chunked;
import io.frontdesk.ingestion.documents.DocumentLife.Parsing;
import io.frontdesk.ingestion.documents.DocumentLife.UnderWay;
import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.index.IndexClient;
import io.frontdesk.ingestion.index.IndexedDocument;
import io.frontdesk.ingestion.language.Languages;
import io.frontdesk.ingestion.parse.ParseJob;
import io.frontdesk.ingestion.parse.ParseRefused;
import io.frontdesk.ingestion.parse.ParsedDocument;
import io.frontdesk.ingestion.parse.Parser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Takes a document from {@code received} to {@code indexed}. All of it may be done again from the start: parsing and cutting
 * give the same chunks each time, and staging and publishing them twice is the same as once.
 */
@ApplicationScoped
class Indexing {
    private final WorkStore queue;
    private final Originals originals;
    private final Parser parser;
    private final Chunker chunker;
    private final Languages languages;
    private final IndexClient index;
    private final Clock clock;

    Indexing(
            WorkStore queue,
            Originals originals,
            Parser parser,
            Chunker chunker,
            Languages languages,
            IndexClient index,
            Clock clock) {
        this.queue = queue;
        this.originals = originals;
        this.parser = parser;
        this.chunker = chunker;
        this.languages = languages;
        this.index = index;
        this.clock = clock;
    }

    Uni<Void> run(Lease lease) {
        return originals.of(lease).chain(found -> found.map(original -> run(lease, original))
                .orElse(Uni.createFrom().voidItem()));
    }

    private List<Chunk> cut(Document document, ParsedDocument parsed) {
        String title = document.recognise(parsed.title(), parsed.contentType()).title();
        return languages.recognise(parsed.language(), chunker.chunk(title, parsed.blocks()));
    }

    private Uni<Void> run(Lease lease, Original original) {
        return step(lease, UnderWay.class, (document, life) -> document.step(life.parse(), clock.instant()))
                .chain(document -> parser.parse(job(document, original))
                        .chain(parsed -> index(lease, parsed, cut(document, parsed))));
    }

    private Uni<Void> index(Lease lease, ParsedDocument parsed, List<Chunk> chunks) {
        if (chunks.isEmpty()) {
            throw new ParseRefused(new Failure("no_text", "the document holds no text"));
        }
        return step(lease, Parsing.class, (document, life) -> document.recognise(parsed.title(), parsed.contentType())
                        .step(life.chunk(chunks.size()), clock.instant()))
                .chain(() ->
                        step(lease, Chunked.class, (document, life) -> document.step(life.index(), clock.instant())))
                .chain(document -> index.publish(toIndex(document), chunks))
                .chain(receipt -> finish(lease, receipt));
    }

    private Uni<Void> finish(Lease lease, IndexReceipt receipt) {
        return queue.finishAndForgetOriginals(lease, document -> {
            var life = in(document, DocumentLife.Indexing.class);
            return document.step(life.publish(receipt.chunks()), clock.instant());
        });
    }

    private <L extends DocumentLife> Uni<Document> step(
            Lease lease, Class<L> from, BiFunction<Document, L, Document> step) {
        return queue.step(lease, document -> step.apply(document, in(document, from)));
    }

    private static <L extends DocumentLife> L in(Document document, Class<L> expected) {
        if (expected.isInstance(document.life())) {
            return expected.cast(document.life());
        }
        throw new IllegalStateException("document %s is %s where its lease says it must be %s"
                .formatted(document.id(), document.life().state(), expected.getSimpleName()));
    }

    private static ParseJob job(Document document, Original original) {
        Description given = document.description();
        return new ParseJob(
                document.id().toString(),
                given.fileName() == null ? original.fileName() : given.fileName(),
                given.contentType() == null ? original.contentType() : given.contentType(),
                original.content());
    }

    private static IndexedDocument toIndex(Document document) {
        Description given = document.description();
        return new IndexedDocument(
                document.tenantId(),
                document.id(),
                document.version(),
                document.title(),
                given.url(),
                given.acl(),
                given.metadata());
    }
}
