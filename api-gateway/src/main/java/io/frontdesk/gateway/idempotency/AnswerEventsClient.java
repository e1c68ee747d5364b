package io.frontdesk.gateway.idempotency;

import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the events of an answer can be had once more. */
public interface AnswerEventsClient {
    /** The events after the one that the client has seen last, all of them where it has seen none. */
    Uni<Response> events(Caller caller, UUID answer, @Nullable String lastEventId);
}
