package io.frontdesk.gateway.upstream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.ReadStreamSubscriber;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.streams.ReadStream;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** What a request sends. */
sealed interface OutgoingBody {
    /** Sends the request, and waits for the head of the reply. */
    Uni<HttpClientResponse> sentBy(HttpClientRequest request);

    record None() implements OutgoingBody {
        @Override
        public Uni<HttpClientResponse> sentBy(HttpClientRequest request) {
            return request.send();
        }
    }

    record Whole(Buffer bytes) implements OutgoingBody {
        @Override
        public Uni<HttpClientResponse> sentBy(HttpClientRequest request) {
            return request.send(bytes);
        }
    }

    /**
     * Sent as it comes, so that it can be sent once only. Where it breaks off, the request fails with it; Vert.x's own
     * {@code send} would end the request there as if all had been sent.
     */
    record Streamed(Multi<Buffer> parts) implements OutgoingBody {
        @Override
        public Uni<HttpClientResponse> sentBy(HttpClientRequest request) {
            request.setChunked(true);
            ReadStream<io.vertx.core.buffer.Buffer> stream =
                    ReadStreamSubscriber.asReadStream(parts, Buffer::getDelegate);
            Uni<HttpClientResponse> brokenOff = UniHelper.toUni(
                            stream.pipe().endOnFailure(false).to(request.getDelegate()))
                    .chain(() -> Uni.createFrom().nothing());
            return Uni.join().first(request.response(), brokenOff).toTerminate();
        }
    }
}
