package io.frontdesk.gateway.limits;

import io.frontdesk.gateway.problem.GatewayError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are too large, whether they say so beforehand or not. */
@Provider
@ApplicationScoped
public class BodyLimitInterceptor implements ReaderInterceptor {
    private final LimitsConfig config;

    BodyLimitInterceptor(LimitsConfig config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream(), config.maxJsonBytes()));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long taken;

        Limited(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            taken += read;
            if (taken > limit) {
                throw new GatewayError.BodyTooLarge(limit);
            }
        }
    }
}
