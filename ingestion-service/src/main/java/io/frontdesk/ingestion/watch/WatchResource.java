package io.frontdesk.ingestion.watch;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DocumentStatus;
import io.frontdesk.kit.caller.CurrentCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The life of a document as events (SSE), with a comment where nothing else comes. */
@RegisterForReflection(targets = DocumentStatus.class, registerFullHierarchy = true)
@Path("/internal/v1/documents")
public class WatchResource {
    private final Watch watch;
    private final CurrentCaller caller;

    WatchResource(Watch watch, CurrentCaller caller) {
        this.watch = watch;
        this.caller = caller;
    }

    /** Answers 204, after which browsers do not come again, where the last event that there will be was seen. */
    @GET
    @Path("/{id}/events")
    @FollowableResource
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> events(
            @RestPath UUID id, @RestHeader(Headers.LAST_EVENT_ID) @Nullable String lastEventId, @Context Sse sse) {
        return watch.follow(caller.get().tenantId(), id, revision(lastEventId)).map(signal -> event(sse, signal));
    }

    static @Nullable Long revision(@Nullable String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? null : Long.valueOf(lastEventId.strip());
        } catch (NumberFormatException e) {
            throw new InvalidField(Headers.LAST_EVENT_ID, "must be the id of an event of this document");
        }
    }

    private static OutboundSseEvent event(Sse sse, Signal signal) {
        return signal instanceof Signal.Told told
                ? sse.newEventBuilder()
                        .id(Long.toString(told.revision()))
                        .name(told.name())
                        .data(DocumentStatus.class, told.status())
                        .build()
                : sse.newEventBuilder().comment("nothing new").build();
    }
}
