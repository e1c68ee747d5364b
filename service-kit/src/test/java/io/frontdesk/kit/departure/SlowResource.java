package io.frontdesk.kit.departure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;

/** Answers when a test says so. */
@Singleton
@Path("/slow")
@PermitAll
public class SlowResource {
    private final CompletableFuture<Boolean> arrived = new CompletableFuture<>();
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    @GET
    public Uni<String> slow() {
        arrived.complete(true);
        return Uni.createFrom().completionStage(answer);
    }

    @GET
    @Path("/done")
    public String atOnce() {
        return "done";
    }

    CompletableFuture<Boolean> arrived() {
        return arrived;
    }

    void end() {
        answer.complete("done");
    }
}
