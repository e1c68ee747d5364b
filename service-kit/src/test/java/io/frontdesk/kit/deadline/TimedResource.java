package io.frontdesk.kit.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** What requests find that have a deadline. */
@Singleton
@Path("/timed")
@PermitAll
public class TimedResource {
    private final AtomicInteger begun = new AtomicInteger();

    @GET
    public long left() {
        return Deadlines.current().map(Deadline::millisLeft).orElse(-1L);
    }

    @GET
    @Path("/endless")
    public Uni<String> endless() {
        begun.incrementAndGet();
        return Deadlines.within(Uni.createFrom().nothing());
    }

    int begun() {
        return begun.get();
    }
}
