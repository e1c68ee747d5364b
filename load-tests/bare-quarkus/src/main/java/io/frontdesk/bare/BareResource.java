package io.frontdesk.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** On the event loop, where the suite's own handlers run. */
@Path("/")
@NonBlocking
public class BareResource {
    @GET
    @Path("hello")
    @Produces(MediaType.TEXT_PLAIN)
    public String hello() {
        return "hello";
    }

    /** Reads JSON and writes it again. */
    @POST
    @Path("echo")
    public Map<String, Object> echo(Map<String, Object> body) {
        return body;
    }
}
