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
        try {
            return context.proceed();
        } catch (LimitExceeded e) {
            throw new GatewayError.BodyTooLarge(config.maxJsonBytes());
        }
    }

    /** An {@link IOException}, since those alone come out of a JSON reader as they went in. */
    private static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            take(read);
            return read;
        }

        private void take(int read) throws LimitExceeded {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new LimitExceeded();
            }
        }
    }
}
