package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.conversation.ConversingResource;
import io.frontdesk.generation.conversation.CurrentConversation;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Answers, always as the events that the contracts describe (SSE): ids from 1, a comment where nothing else comes. */
@Path("/internal/v1/answers")
public class AnswerResource {
    private final AnswerService answers;
    private final CurrentCaller caller;
    private final CurrentConversation conversation;
    private final AnswerConfig config;

    AnswerResource(AnswerService answers, CurrentCaller caller, CurrentConversation conversation, AnswerConfig config) {
        this.answers = answers;
        this.caller = caller;
        this.conversation = conversation;
        this.config = config;
    }

    @POST
    @ConversingResource
    @RolesAllowed(Scope.Names.CHAT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> answer(AnswerRequest request, @Context Sse sse) {
        var ids = new AtomicLong();
        return KeepAlive.within(answers.answer(request, caller.get(), conversation.get()), config.keepAlive())
                .map(signal -> switch (signal) {
                    case KeepAlive.Signal.Item<AnswerEvent>(AnswerEvent event) ->
                        told(sse, event, ids.incrementAndGet());
                    default -> sse.newEventBuilder().comment("working").build();
                });
    }

    private static OutboundSseEvent told(Sse sse, AnswerEvent event, long id) {
        return sse.newEventBuilder()
                .id(Long.toString(id))
                .name(event.name())
                .data(event.getClass(), event)
                .build();
    }
}
