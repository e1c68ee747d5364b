package io.frontdesk.gateway.idempotency;

import io.frontdesk.contracts.Ids;
import io.frontdesk.gateway.idempotency.ClaimStore.Held;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Does what several requests ask for once: the first claims it and does it, those that come meanwhile are refused, and those that come later are
 * given its response. What has failed is given up, so that the next request does it. A gateway that dies holds its claims for a
 * lease.
 */
final class Once {
    private static final Logger LOG = Logger.getLogger(Once.class);

    private final ClaimStore store;
    private final Duration lease;
    private final Vertx vertx;

    Once(ClaimStore store, Duration lease, Vertx vertx) {
        this.store = store;
        this.lease = lease;
        this.vertx = vertx;
    }

    /**
     * The response of the work, done now or before.
     *
     * @return fails with {@link GatewayError.KeyInUse} where it is being done, with {@link GatewayError.KeyReused} where the key stands for
     *     something else, and with {@link GatewayError.Unavailable} where the store does not answer
     */
    <T> Uni<T> of(Claim claim, Work<T> work) {
        String holder = Ids.next().toString();
        String fingerprint = seal(claim, work).map(Seal::fingerprint).orElse("");
        Uni<T> response = store.claim(claim, holder, fingerprint)
                .onFailure()
                // Redis may have heard it and answered too late.
                .invoke(() -> inPassing(store.release(claim, holder)))
                .onFailure()
                .transform(e -> new GatewayError.Unavailable("what Idempotency-Key needs", e))
                .chain(held -> switch (held) {
                    case Held.Ours ours -> begin(claim, holder, work);
                    case Held.Theirs theirs ->
                        work.payload().readWhole().chain(payload -> Uni.createFrom()
                                .failure(refusal(theirs, new Seal(claim, payload))));
                    case Held.Done done ->
                        work.payload()
                                .readWhole()
                                .chain(payload -> repeat(claim, done, work, new Seal(claim, payload)));
                });
        return toItsEnd(response, work::discard);
    }

    /** Goes on when the client leaves: it can come back for the response, and what is half done would be done twice then. */
    private static <T> Uni<T> toItsEnd(Uni<T> response, Consumer<T> discard) {
        return Uni.createFrom().emitter(client -> {
            var gone = new AtomicBoolean();
            client.onTermination(() -> gone.set(true));
            response.subscribe()
                    .with(
                            item -> {
                                if (gone.get()) {
                                    discard.accept(item);
                                } else {
                                    client.complete(item);
                                }
                            },
                            client::fail);
        });
    }

    private <T> Uni<T> begin(Claim claim, String holder, Work<T> work) {
        long renewal = vertx.setPeriodic(lease.toMillis() / 3, timer -> inPassing(store.renew(claim, holder)));
        return Uni.createFrom()
                .<T>deferred(work::begin)
                .call(response -> end(claim, holder, work, response))
                .map(response -> work.watched(response, () -> inPassing(store.release(claim, holder))))
                .onFailure()
                .call(() -> warned(store.release(claim, holder)))
                .onTermination()
                .invoke(() -> vertx.cancelTimer(renewal));
    }

    private <T> Uni<Void> end(Claim claim, String holder, Work<T> work, T response) {
        Optional<Seal> seal = seal(claim, work);
        Optional<KeptResponse> kept = work.kept(response);
        if (seal.isEmpty() || kept.isEmpty()) {
            return warned(store.release(claim, holder));
        }
        String closed = seal.get().close(UpstreamJson.write(kept.get()).getBytes());
        return warned(store.keep(claim, holder, seal.get().fingerprint(), closed));
    }

    private static <T> Optional<Seal> seal(Claim claim, Work<T> work) {
        return work.payload().digest().map(payload -> new Seal(claim, payload));
    }

    private static GatewayError refusal(Held.Theirs theirs, Seal seal) {
        boolean same = theirs.fingerprint().isEmpty() || theirs.fingerprint().equals(seal.fingerprint());
        return same ? new GatewayError.KeyInUse() : new GatewayError.KeyReused();
    }

    private <T> Uni<T> repeat(Claim claim, Held.Done done, Work<T> work, Seal seal) {
        if (!done.fingerprint().equals(seal.fingerprint())) {
            return Uni.createFrom().failure(new GatewayError.KeyReused());
        }
        var kept = UpstreamJson.read(Buffer.buffer(seal.open(done.response())), KeptResponse.class);
        return work.again(kept)
                .map(response -> work.watched(response, () -> inPassing(store.release(claim, done.holder()))));
    }

    /** The work is done, and its response goes out all the same; until the lease has run out a repetition is refused. */
    private static Uni<Void> warned(Uni<Void> step) {
        return step.onFailure()
                .invoke(e -> LOG.warnf("A response with an Idempotency-Key is not kept: %s", e))
                .onFailure()
                .recoverWithNull();
    }

    private static void inPassing(Uni<Void> step) {
        step.subscribe().with(done -> {}, e -> LOG.debugf("A claim stays until its lease runs out: %s", e));
    }
}
