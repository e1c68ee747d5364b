package io.frontdesk.gateway.upstream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;

/** A writer of one type that takes the response into its own hands, as fast as the client reads, and never blocks. */
public abstract class NonBlockingWriter<T> implements ServerMessageBodyWriter<T> {
    private final Class<T> written;

    protected NonBlockingWriter(Class<T> written) {
        this.written = written;
    }

    @Override
    public final boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == written;
    }

    @Override
    public final boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == written;
    }

    @Override
    public final void writeTo(
            T body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        throw new IOException("it is written without blocking only");
    }
}
