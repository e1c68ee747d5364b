package io.frontdesk.ingestion.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes uploaded files in, one document each. All are checked before the first is stored. */
@ApplicationScoped
class UploadedFiles {
    /** What clients say that know nothing about a file. */
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Intake intake;
    private final ObjectMapper json;
    private final Vertx vertx;

    UploadedFiles(Intake intake, ObjectMapper json, Vertx vertx) {
        this.intake = intake;
        this.json = json;
        this.vertx = vertx;
    }

    Uni<List<Document>> take(UUID tenantId, Upload upload) {
        List<FileUpload> files = upload.checkedFiles();
        files.forEach(file -> intake.checkSize(file.size()));
        DocumentIntake fields = upload.fields(json);
        return Multi.createFrom()
                .iterable(files)
                .onItem()
                .transformToUniAndConcatenate(file -> take(tenantId, file, fields))
                .collect()
                .asList();
    }

    private Uni<Document> take(UUID tenantId, FileUpload file, DocumentIntake fields) {
        return intake.take(new Submission(
                tenantId,
                fields.externalId(),
                description(file, fields),
                Lane.named(fields.priority()),
                Moment.arrival(fields.version()),
                Content.of(vertx, file.uploadedFile(), file.size()),
                null));
    }

    private static Description description(FileUpload file, DocumentIntake fields) {
        @Nullable String type = UNKNOWN_TYPE.equals(file.contentType()) ? null : file.contentType();
        return Description.of(fields, file.fileName(), type);
    }
}
