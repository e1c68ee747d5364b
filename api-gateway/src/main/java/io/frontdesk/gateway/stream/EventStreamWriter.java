package io.frontdesk.gateway.stream;

import io.frontdesk.gateway.upstream.NonBlockingWriter;
import io.frontdesk.kit.departure.Departure;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes an {@link EventStream}. Quarkus REST chooses between JSON and server-sent events by the method that was matched;
 * here one method answers either, by what the body asks for, or by what the service behind says.
 */
@Provider
@Singleton
@Produces(MediaType.SERVER_SENT_EVENTS)
public class EventStreamWriter extends NonBlockingWriter<EventStream> {
    private static final Duration SHORT_STAY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final StreamConfig config;
    private final Departure departure;
    private final Set<FrameSubscriber> resumable = ConcurrentHashMap.newKeySet();

    EventStreamWriter(Vertx vertx, StreamConfig config, Departure departure) {
        super(EventStream.class);
        this.vertx = vertx;
        this.config = config;
        this.departure = departure;
    }

    /** The response to a client that is sent these. */
    public static Response respond(EventStream stream) {
        return events(stream);
    }

    /** The same where all of them are there. */
    public static Response respond(byte[] stream) {
        return events(stream);
    }

    private static Response events(Object stream) {
        return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** When this replica stops: it would wait for them, and they need not. */
    public void endWhatGoesOnElsewhere(@Observes ShutdownDelayInitiatedEvent stopping) {
        resumable.forEach(FrameSubscriber::leave);
    }

    @Override
    public void writeResponse(EventStream stream, Type generic, ServerRequestContext context) {
        var rest = (ResteasyReactiveRequestContext) context;
        rest.suspend();
        var request = rest.unwrap(RoutingContext.class).request();
        var subscriber = new FrameSubscriber(request, vertx, config);
        if (stream.resumable()) {
            resumable.add(subscriber);
            if (departure.isLeaving()) {
                // Its balancer does not know yet.
                vertx.setTimer(SHORT_STAY.toMillis(), timer -> subscriber.leave());
            }
        }
        subscriber.whenFinished(() -> {
            resumable.remove(subscriber);
            rest.resume();
        });
        stream.frames().subscribe().withSubscriber(subscriber);
    }
}
