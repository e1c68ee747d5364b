package io.frontdesk.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes a {@link Download}, as fast as the client takes it. One that breaks off does not look finished. */
@Provider
@Singleton
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class DownloadWriter extends NonBlockingWriter<Download> {
    DownloadWriter() {
        super(Download.class);
    }

    /** The response to a client that takes it. Never shown as what it says it is: it comes from strangers. */
    static Response respond(Download download) {
        return Response.ok(download, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @Override
    public void writeResponse(Download download, Type generic, ServerRequestContext context) {
        var rest = (ResteasyReactiveRequestContext) context;
        rest.suspend();
        HttpServerRequest request = rest.unwrap(RoutingContext.class).request();
        HttpServerResponse response = request.response();
        String length = download.reply().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        // Where the reply had broken off before, the pipe is not told; its end is.
        var passedOn = download.reply().pipe().endOnFailure(false).to(response);
        Future.all(passedOn, download.reply().end()).onComplete(written -> {
            if (written.failed()) {
                download.reply().request().reset();
                hangUp(request);
            }
            rest.resume();
        });
    }

    private static void hangUp(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
