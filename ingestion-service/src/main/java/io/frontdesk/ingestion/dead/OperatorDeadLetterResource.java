package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DeadLetterPage;
import io.frontdesk.contracts.documents.DeadLetterReplayReport;
import io.frontdesk.contracts.documents.DeadLetterView;
import io.frontdesk.contracts.documents.OperatorDeadLetterReplay;
import io.frontdesk.contracts.documents.ReplayedLetter;
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

/** The dead letters of all tenants, and those that are nobody's. */
@Path("/internal/v1/admin/dead-letters")
@RolesAllowed(Scope.Names.OPERATOR)
public class OperatorDeadLetterResource {
    private final CurrentCaller caller;
    private final DeadLetters letters;
    private final Replays replays;

    OperatorDeadLetterResource(CurrentCaller caller, DeadLetters letters, Replays replays) {
        this.caller = caller;
        this.letters = letters;
        this.replays = replays;
    }

    @GET
    public Uni<DeadLetterPage> list(
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String stage,
            @RestQuery("tenant_id") @Nullable UUID tenantId) {
        return letters.page(operator(), new LetterFilter(reason, stage, tenantId), limit, cursor);
    }

    @GET
    @Path("/{id}")
    public Uni<DeadLetterView> get(@RestPath UUID id) {
        return letters.letter(operator(), id);
    }

    @GET
    @Path("/{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<RestResponse<byte[]>> original(@RestPath UUID id) {
        return letters.original(operator(), id).map(bytes -> DeadLetterResource.attachment(id, bytes.getBytes()));
    }

    /** A record that is nobody's is taken in for the tenant that is named. */
    @POST
    @Path("/{id}/replay")
    public Uni<ReplayedLetter> replay(@RestPath UUID id, @RestQuery("tenant_id") @Nullable UUID tenantId) {
        return replays.one(operator(), id, tenantId);
    }

    @POST
    @Path("/replay")
    public Uni<DeadLetterReplayReport> replaySome(OperatorDeadLetterReplay meant) {
        return replays.some(
                operator(),
                new LetterFilter(meant.reason(), meant.stage(), meant.tenantId()),
                Objects.requireNonNullElse(meant.limit(), DeadLetterResource.LIMIT),
                Boolean.TRUE.equals(meant.dryRun()));
    }

    private Reader operator() {
        return new Reader(null, caller.get().subject());
    }
}
