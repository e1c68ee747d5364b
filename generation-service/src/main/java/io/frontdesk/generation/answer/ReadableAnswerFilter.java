package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Headers;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what cannot be read. Quarkus sends the head of a stream before it asks for anything, and then it is too late. */
public class ReadableAnswerFilter {
    private final ReadableAnswers answers;
    private final CurrentCaller caller;

    ReadableAnswerFilter(ReadableAnswers answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @ServerRequestFilter
    @ReadableAnswerResource
    public Uni<@Nullable Response> check(ContainerRequestContext request) {
        long lastSeen = AnswerResource.lastSeen(request.getHeaderString(Headers.LAST_EVENT_ID));
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        if (!isId(id)) {
            // The resource says so, as of every other id.
            return Uni.createFrom().nullItem();
        }
        return answers.hasMore(caller.get(), UUID.fromString(id), lastSeen)
                .map(more -> more ? null : Response.noContent().build());
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).version() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
