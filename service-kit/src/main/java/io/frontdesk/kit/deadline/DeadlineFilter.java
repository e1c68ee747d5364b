package io.frontdesk.kit.deadline;

import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a request whose time was over before anything was done for it. */
public class DeadlineFilter {
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void refuse() {
        if (Deadlines.current().filter(Deadline::isOver).isPresent()) {
            throw new DeadlinePassed(false);
        }
    }
}
