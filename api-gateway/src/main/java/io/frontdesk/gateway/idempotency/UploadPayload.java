package io.frontdesk.gateway.idempotency;

import io.frontdesk.gateway.limits.BodyWitness;
import io.frontdesk.gateway.limits.LimitedBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;

/** An upload, which nobody gathers: its digest is known once it has been passed on, or read for nothing else. */
final class UploadPayload implements Work.Payload, BodyWitness {
    private final ReadStream<Buffer> body;
    private final long limit;
    private final MultipartDigest soFar;
    private Optional<byte[]> digest = Optional.empty();

    /**
     * Nothing has been read yet.
     *
     * @param limit of the body, in bytes
     */
    UploadPayload(ReadStream<Buffer> body, long limit, MultipartDigest soFar) {
        this.body = body;
        this.limit = limit;
        this.soFar = soFar;
    }

    @Override
    public void passed(Buffer part) {
        soFar.add(part);
    }

    @Override
    public void ended() {
        digest = Optional.of(soFar.end());
    }

    @Override
    public Optional<byte[]> digest() {
        return digest;
    }

    @Override
    public Uni<byte[]> readWhole() {
        return Uni.createFrom().<byte[]>emitter(read -> new LimitedBody(body, limit, this)
                .exceptionHandler(read::fail)
                .endHandler(end -> read.complete(digest.orElseThrow()))
                .handler(part -> {})
                .resume());
    }
}
