package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DeadLetterPage;
import io.frontdesk.contracts.documents.DeadLetterReplay;
import io.frontdesk.contracts.documents.DeadLetterReplayReport;
import io.frontdesk.contracts.documents.DeadLetterView;
import io.frontdesk.contracts.documents.ReplayedLetter;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's tenant's dead letters. */
@Path("/internal/v1/dead-letters")
public class DeadLetterResource {
    static final int LIMIT = 100;

    private final CurrentCaller caller;
    private final DeadLetters letters;
    private final Replays replays;

    DeadLetterResource(CurrentCaller caller, DeadLetters letters, Replays replays) {
        this.caller = caller;
        this.letters = letters;
        this.replays = replays;
    }

    @GET
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<DeadLetterPage> list(
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String stage) {
        return letters.page(reader(), new LetterFilter(reason, stage, null), limit, cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<DeadLetterView> get(@RestPath UUID id) {
        return letters.letter(reader(), id);
    }

    @GET
    @Path("/{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<RestResponse<byte[]>> original(@RestPath UUID id) {
        return letters.original(reader(), id).map(bytes -> attachment(id, bytes.getBytes()));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<ReplayedLetter> replay(@RestPath UUID id) {
        return replays.one(reader(), id, null);
    }

    @POST
    @Path("/replay")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<DeadLetterReplayReport> replaySome(DeadLetterReplay meant) {
        return replays.some(
                reader(),
                new LetterFilter(meant.reason(), meant.stage(), null),
                Objects.requireNonNullElse(meant.limit(), LIMIT),
                Boolean.TRUE.equals(meant.dryRun()));
    }

    /** Never shown as what it says it is: it comes from strangers. */
    static RestResponse<byte[]> attachment(UUID id, byte[] content) {
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(id))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Reader reader() {
        Caller present = caller.get();
        return new Reader(present.tenantId(), present.subject());
    }
}
