package io.frontdesk.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.streams.ReadStream;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** What a request sends. */
sealed interface OutgoingBody {
    /** Sends the request, and waits for the head of the reply. */
    Uni<HttpClientResponse> sentBy(HttpClientRequest request);

    /** Whether it is still there when it has been sent. */
    default boolean canBeSentAgain() {
        return true;
    }

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
    record Streamed(ReadStream<io.vertx.core.buffer.Buffer> parts) implements OutgoingBody {
        @Override
        public Uni<HttpClientResponse> sentBy(HttpClientRequest request) {
            request.setChunked(true);
            Uni<HttpClientResponse> brokenOff = UniHelper.toUni(
                            parts.pipe().endOnFailure(false).to(request.getDelegate()))
                    .chain(() -> Uni.createFrom().nothing());
            return Uni.join().first(request.response(), brokenOff).toTerminate();
        }

        @Override
        public boolean canBeSentAgain() {
            return false;
        }
    }
}
