package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.LogEvent;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/**
 * Answers, always as the events that the contracts describe (SSE): ids from 1 where the log has them, and none where it does not,
 * so that nobody comes back for what is not there; a comment where nothing else comes.
 */
@Path("/internal/v1/answers")
public class AnswerResource {
    private final AnswerService answers;
    private final ReadableAnswers readable;
    private final CurrentCaller caller;
    private final CurrentAnswer begun;
    private final AnswerConfig config;

    AnswerResource(
            AnswerService answers,
            ReadableAnswers readable,
            CurrentCaller caller,
            CurrentAnswer begun,
            AnswerConfig config) {
        this.answers = answers;
        this.readable = readable;
        this.caller = caller;
        this.begun = begun;
        this.config = config;
    }

    @POST
    @AnsweringResource
    @RolesAllowed(Scope.Names.CHAT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> answer(
            AnswerRequest request, @RestHeader(Headers.RESUMABLE) @Nullable String resumable, @Context Sse sse) {
        var reader = new AnswerLog.Reader(caller.get(), !"false".equals(resumable));
        return told(sse, answers.tell(begun.get(), reader));
    }

    /**
     * Answers 204, after which browsers do not come again, where the last event that there will be was seen. Where the log is gone,
     * the last event comes alone, and without an id.
     */
    @GET
    @Path("/{id}/events")
    @ReadableAnswerResource
    @RolesAllowed(Scope.Names.CHAT)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> events(
            @RestPath UUID id,
            @RestHeader(Headers.LAST_EVENT_ID) @Nullable String lastEventId,
            @RestHeader(Headers.RESUMABLE) @Nullable String resumable,
            @Context Sse sse) {
        var reader = new AnswerLog.Reader(caller.get(), !"false".equals(resumable));
        return told(sse, readable.read(id, lastSeen(lastEventId), reader));
    }

    /** The number in the header, or 0 where there is none. */
    static long lastSeen(@Nullable String lastEventId) {
        try {
            long id = lastEventId == null || lastEventId.isBlank() ? 0 : Long.parseLong(lastEventId.strip());
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        throw new InvalidField(Headers.LAST_EVENT_ID, "must be the id of an event of this answer");
    }

    private Multi<OutboundSseEvent> told(Sse sse, Multi<LogEvent> events) {
        return KeepAlive.within(events, config.keepAlive()).map(signal -> switch (signal) {
            case KeepAlive.Signal.Item<LogEvent>(LogEvent event) -> told(sse, event);
            default -> sse.newEventBuilder().comment("working").build();
        });
    }

    private static OutboundSseEvent told(Sse sse, LogEvent of) {
        var event =
                sse.newEventBuilder().name(of.event().name()).data(of.event().getClass(), of.event());
        return (of.kept() ? event.id(Long.toString(of.id())) : event).build();
    }
}
