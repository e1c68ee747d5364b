package io.frontdesk.gateway.idempotency;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Sha256;
import io.frontdesk.gateway.limits.LimitsConfig;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what an {@link Idempotent} method does once for each {@code Idempotency-Key}; requests without one go straight on. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotencyInterceptor {
    private final RoutingContext routing;
    private final CurrentCaller caller;
    private final PassingPayload passing;
    private final KeptResponseMapper responses;
    private final LimitsConfig limits;
    private final Once once;

    IdempotencyInterceptor(
            RoutingContext routing,
            CurrentCaller caller,
            PassingPayload passing,
            KeptResponseMapper responses,
            LimitsConfig limits,
            Once once) {
        this.routing = routing;
        this.caller = caller;
        this.passing = passing;
        this.responses = responses;
        this.limits = limits;
        this.once = once;
    }

    @AroundInvoke
    Object once(InvocationContext method) throws Exception {
        HttpServerRequest request = routing.request();
        Optional<IdempotencyKey> key = IdempotencyKey.of(request.headers().getAll(Headers.IDEMPOTENCY_KEY));
        return key.isEmpty() ? method.proceed() : once(method, request, key.get());
    }

    private Uni<Response> once(InvocationContext method, HttpServerRequest request, IdempotencyKey key) {
        Caller by = caller.get();
        var claim = new Claim(by.tenantId(), by.subject(), request.method().name(), request.path(), key.value());
        return once.of(claim, new Call(method, by, payload(request, method.getParameters())));
    }

    private Work.Payload payload(HttpServerRequest request, Object[] arguments) {
        MessageDigest digest = Sha256.digest();
        add(digest, bytes(request.query()));
        add(digest, bytes(request.getHeader(HttpHeaders.ACCEPT)));
        for (Object argument : arguments) {
            switch (argument) {
                case byte[] body -> add(digest, body);
                case Record body -> add(digest, UpstreamJson.write(body).getBytes());
                case HttpServerRequest upload -> {
                    return upload(upload, digest);
                }
                case null, default -> {}
            }
        }
        return new WholePayload(digest.digest());
    }

    private UploadPayload upload(HttpServerRequest request, MessageDigest digest) {
        var multipart = new MultipartDigest(digest, request.getHeader(HttpHeaders.CONTENT_TYPE));
        var upload = new UploadPayload(request, limits.maxUploadBytes(), multipart);
        passing.isSeenBy(upload);
        return upload;
    }

    /** With its length before it, so that nothing moves from one part to the next unseen. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(bytes(part.length + ":"));
        digest.update(part);
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    /** One call of a method. */
    private final class Call implements Work<Response> {
        private final InvocationContext method;
        private final Caller by;
        private final Payload payload;

        Call(InvocationContext method, Caller by, Payload payload) {
            this.method = method;
            this.by = by;
            this.payload = payload;
        }

        @Override
        public Payload payload() {
            return payload;
        }

        @Override
        public Uni<Response> begin() {
            try {
                @SuppressWarnings("unchecked") // What all methods of resources return.
                var response = (Uni<Response>) method.proceed();
                return response.map(KeptResponseMapper::written);
            } catch (Exception e) {
                return Uni.createFrom().failure(e);
            }
        }

        @Override
        public Optional<KeptResponse> kept(Response response) {
            return responses.kept(response);
        }

        @Override
        public Uni<Response> again(KeptResponse kept) {
            return responses.response(by, kept);
        }

        @Override
        public Response watched(Response response, Runnable failed) {
            return KeptResponseMapper.watched(response, failed);
        }

        @Override
        public void discard(Response response) {
            KeptResponseMapper.discard(response);
        }
    }
}
