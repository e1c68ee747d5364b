package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.documents.DeadLetterPage;
import io.frontdesk.contracts.documents.DeadLetterView;
import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.dead.DeadLetter.OfDocument;
import io.frontdesk.ingestion.dead.DeadLetter.OfRecord;
import io.frontdesk.ingestion.dead.Letters.Standing;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.kit.paging.PageRequest;
import io.frontdesk.kit.paging.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters, to be read. What a reader may not see is not there. */
@ApplicationScoped
class DeadLetters {
    private final Letters letters;
    private final BlobStore blobs;
    private final Duration retention;

    DeadLetters(Letters letters, BlobStore blobs, DeadLetterConfig config) {
        this.letters = letters;
        this.blobs = blobs;
        this.retention = config.retention();
    }

    /** One page, the newest first. */
    Uni<DeadLetterPage> page(Reader reader, LetterFilter filter, int limit, @Nullable String cursor) {
        var asked = PageRequest.of(limit, cursor);
        return letters.of(reader)
                .list(filter, asked.toRead(), asked.last())
                .map(found -> page(Slice.of(found, limit, DeadLetter::id)));
    }

    private DeadLetterPage page(Slice<DeadLetter> found) {
        return new DeadLetterPage(found.map(letter -> view(letter, null, null)), found.nextCursor());
    }

    /** Fails with {@link DocumentError.UnknownDeadLetter} where the reader sees no such letter. */
    Uni<DeadLetterView> letter(Reader reader, UUID id) {
        return find(reader, id).chain(letter -> Uni.combine()
                .all()
                .unis(letters.standing(letter), letters.of(letter).kept(id))
                .with((standing, kept) ->
                        view(letter, standing, kept.map(KeptRecord::headers).orElse(null))));
    }

    /** The original, as it came; fails as {@link #letter}, and with {@link DocumentError.NoOriginal}. */
    Uni<Buffer> original(Reader reader, UUID id) {
        return find(reader, id).chain(letter -> switch (letter.origin()) {
            case OfDocument failed ->
                blobs.get(failed.key())
                        .onFailure(NoSuchElementException.class)
                        .transform(e -> new DocumentError.NoOriginal(id));
            case OfRecord record ->
                letters.of(letter).kept(id).map(kept -> kept.flatMap(found -> Optional.ofNullable(found.value()))
                        .map(Buffer::newInstance)
                        .orElseThrow(() -> new DocumentError.NoOriginal(id)));
        });
    }

    private Uni<DeadLetter> find(Reader reader, UUID id) {
        return letters.of(reader)
                .find(id)
                .map(found -> found.orElseThrow(() -> new DocumentError.UnknownDeadLetter(id)));
    }

    private DeadLetterView view(DeadLetter letter, @Nullable Standing standing, @Nullable Map<String, String> headers) {
        OfDocument document = letter.origin() instanceof OfDocument failed ? failed : null;
        return new DeadLetterView(
                letter.id(),
                letter.tenantId(),
                document == null ? null : document.key().documentId(),
                letter.origin().externalId(),
                document == null ? null : document.key().version(),
                letter.stage(),
                letter.refusal().code(),
                letter.refusal().reason(),
                letter.attempts(),
                letter.origin().original(),
                letter.at(),
                letter.at().plus(retention),
                standing == null ? null : standing.originalKept(),
                standing == null ? null : standing.overtaken(),
                headers);
    }
}
