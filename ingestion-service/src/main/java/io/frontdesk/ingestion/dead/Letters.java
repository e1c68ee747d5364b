package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.dead.DeadLetter.OfDocument;
import io.frontdesk.ingestion.dead.DeadLetter.OfRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose letters are seen, and what can be said of one. */
@ApplicationScoped
class Letters {
    private final TenantLetters tenants;
    private final LetterStore all;
    private final RequeueStore documents;
    private final BlobStore blobs;

    Letters(TenantLetters tenants, LetterStore all, RequeueStore documents, BlobStore blobs) {
        this.tenants = tenants;
        this.all = all;
        this.documents = documents;
        this.blobs = blobs;
    }

    /**
     * How a letter stands now.
     *
     * @param originalKept whether its original is here
     * @param overtaken whether a newer version of its document has come since
     */
    record Standing(boolean originalKept, boolean overtaken) {}

    LetterStore of(Reader reader) {
        return of(reader.tenantId());
    }

    /** Where the letter is, by the rights of the tenant that it belongs to, where it does to one. */
    LetterStore of(DeadLetter letter) {
        return of(letter.tenantId());
    }

    /** Those of a tenant; all there are where none is named. */
    LetterStore of(@Nullable UUID tenantId) {
        return tenantId == null ? all : tenants.of(tenantId);
    }

    Uni<Standing> standing(DeadLetter letter) {
        return switch (letter.origin()) {
            case OfDocument failed ->
                Uni.combine()
                        .all()
                        .unis(blobs.exists(failed.key()), documents.isOvertaken(failed))
                        .with(Standing::new);
            case OfRecord kept -> isOvertaken(letter, kept).map(overtaken -> new Standing(kept.kept(), overtaken));
        };
    }

    private Uni<Boolean> isOvertaken(DeadLetter letter, OfRecord kept) {
        UUID tenant = letter.tenantId();
        String externalId = kept.externalId();
        return tenant == null || externalId == null
                ? Uni.createFrom().item(false)
                : documents.hasChanged(tenant, externalId, kept.time());
    }
}
