package io.frontdesk.gateway.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A body that has been read before anything is done. */
final class WholePayload implements Work.Payload {
    private final byte[] digest;

    WholePayload(byte[] digest) {
        this.digest = digest;
    }

    @Override
    public Optional<byte[]> digest() {
        return Optional.of(digest);
    }

    @Override
    public Uni<byte[]> readWhole() {
        return Uni.createFrom().item(digest);
    }
}
