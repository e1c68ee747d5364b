package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DocumentAccepted;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.work.Shares;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Documents, to be taken in and out. A 202 means that the original and all that is needed to index it are stored. Bodies are
 * read on worker threads: megabytes of JSON would keep the event loop from everybody else.
 */
@Path("/internal/v1/documents")
public class IntakeResource {
    private final CurrentCaller caller;
    private final Intake intake;
    private final UploadedFiles files;
    private final Shares shares;

    IntakeResource(CurrentCaller caller, Intake intake, UploadedFiles files, Shares shares) {
        this.caller = caller;
        this.intake = intake;
        this.files = files;
        this.shares = shares;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<RestResponse<DocumentAccepted>> take(DocumentIntake document) {
        Caller asking = caller.get();
        return intake.take(Submission.from(asking.tenantId(), document))
                .call(() -> shares.learn(asking.tenantId(), asking.plan()))
                .map(IntakeResource::accepted)
                .map(IntakeResource::stored);
    }

    /** One file is answered as JSON is; several with a list of such answers. */
    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<RestResponse<Object>> upload(@BeanParam Upload upload) {
        Caller asking = caller.get();
        return files.take(asking.tenantId(), upload)
                .call(() -> shares.learn(asking.tenantId(), asking.plan()))
                .map(taken -> taken.stream().map(IntakeResource::accepted).toList())
                .map(IntakeResource::one)
                .map(IntakeResource::stored);
    }

    /** 204 when no answer holds it any more; 202 where the index does not answer now, and is told later. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<RestResponse<DocumentAccepted>> delete(@RestPath UUID id) {
        return intake.delete(caller.get().tenantId(), id).map(IntakeResource::deleted);
    }

    private static RestResponse<DocumentAccepted> deleted(Optional<Document> remaining) {
        return remaining.map(document -> stored(accepted(document))).orElseGet(RestResponse::noContent);
    }

    private static DocumentAccepted accepted(Document document) {
        return new DocumentAccepted(document.id(), document.life().state(), document.version());
    }

    private static Object one(List<DocumentAccepted> accepted) {
        return accepted.size() == 1 ? accepted.getFirst() : Map.of("data", accepted);
    }

    private static <T> RestResponse<T> stored(T accepted) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, accepted);
    }
}
