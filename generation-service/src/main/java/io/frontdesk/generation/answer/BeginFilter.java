package io.frontdesk.generation.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jspecify.annotations.Nullable;

/**
 * Begins the answer to the question in the body, or refuses that. Quarkus sends the head of a stream before it asks for anything, and
 * then it is too late.
 */
public class BeginFilter {
    private final Beginnings beginnings;
    private final CurrentAnswer current;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    BeginFilter(Beginnings beginnings, CurrentAnswer current, CurrentCaller caller, ObjectMapper json) {
        this.beginnings = beginnings;
        this.current = current;
        this.caller = caller;
        this.json = json;
    }

    @AnsweringResource
    @WithFormRead
    @ServerRequestFilter
    public Uni<Void> begin(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        AnswerRequest question = question(body);
        return question == null
                ? Uni.createFrom().voidItem()
                : beginnings
                        .begin(id(request), question, caller.get())
                        .invoke(current::set)
                        .replaceWithVoid();
    }

    /** The one that the caller made, so that it can ask a second time for the same answer. */
    private static UUID id(ContainerRequestContext request) {
        String made = request.getHeaderString(Headers.ANSWER);
        try {
            return made == null ? Ids.next() : UUID.fromString(made);
        } catch (IllegalArgumentException e) {
            throw new InvalidField(Headers.ANSWER, "must be a UUID");
        }
    }

    /** Null where it cannot be read; whoever reads it for good says what is wrong with it. */
    private @Nullable AnswerRequest question(byte[] body) {
        try {
            return json.readValue(body, AnswerRequest.class);
        } catch (IOException e) {
            return null;
        }
    }
}
