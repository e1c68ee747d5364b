package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Headers;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
        return id(request.getUriInfo().getPathParameters().getFirst("id"))
                .map(id -> answers.hasMore(caller.get(), id, lastSeen)
                        .map(more -> more ? null : Response.noContent().build()))
                // What is none, the resource refuses as every other.
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
