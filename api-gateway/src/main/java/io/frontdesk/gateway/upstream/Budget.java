package io.frontdesk.gateway.upstream;

import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.deadline.Deadline;
import io.frontdesk.kit.deadline.DeadlinePassed;
import io.frontdesk.kit.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * The time for a request to a service behind, all its attempts together: that of the route, or what the caller has left where that is
 * less. A caller can shorten it and not lengthen it.
 *
 * @param end when it is over
 * @param callers whether it is the caller's, so that the service is not to blame where it is too short
 * @param told of which the service is told what is left; none where the time is for the head of a stream alone, which may last
 */
public record Budget(Deadline end, boolean callers, Optional<Deadline> told) {
    private static final long LEAST_MILLIS = 1;

    /** For a whole reply, from now on. */
    public static Budget forWhole(Duration route) {
        Budget budget = forHead(route);
        return new Budget(budget.end, budget.callers, Optional.of(budget.end));
    }

    /** For the head of a reply. */
    static Budget forHead(Duration route) {
        Deadline end = Deadline.in(route);
        return Deadlines.current()
                .filter(caller -> caller.isBefore(end))
                .map(caller -> new Budget(caller, true, Optional.empty()))
                .orElseGet(() -> new Budget(end, false, Optional.empty()));
    }

    /** For a whole reply that is not for the caller alone, so that only the route's time counts. */
    public static Budget forEverybody(Duration route) {
        Deadline end = Deadline.in(route);
        return new Budget(end, false, Optional.of(end));
    }

    /** The part of it that the reply has to begin in. */
    public Budget beginningWithin(Duration time) {
        Deadline beginning = Deadline.in(time);
        return beginning.isBefore(end) ? new Budget(beginning, false, told) : this;
    }

    boolean isOver() {
        return end.isOver();
    }

    /** 1 at least, since there is no other way to say so little. */
    long millisLeft() {
        return millisLeft(end);
    }

    /** What the header says. */
    Optional<String> header() {
        return told.map(Budget::millisLeft).map(String::valueOf);
    }

    private static long millisLeft(Deadline deadline) {
        return Math.max(LEAST_MILLIS, deadline.millisLeft());
    }

    /** What there is in time; fails as {@link #over} says otherwise. */
    public <T> Uni<T> hold(UpstreamService service, Uni<T> reply) {
        return reply.ifNoItem().after(Duration.ofMillis(millisLeft())).failWith(() -> over(service));
    }

    /** Why there is no reply of a service that did not answer in time. */
    RuntimeException over(UpstreamService service) {
        return callers && isOver() ? new DeadlinePassed(true) : new GatewayError.TimedOut(service.serviceName());
    }
}
