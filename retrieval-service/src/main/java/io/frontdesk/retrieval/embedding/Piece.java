package io.frontdesk.retrieval.embedding;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Something to be done for somebody who waits for it. */
final class Piece<I, O> {
    private final Kind<I, O> kind;
    private final I item;
    private final UniEmitter<? super O> emitter;
    private volatile boolean abandoned;

    Piece(Kind<I, O> kind, I item, UniEmitter<? super O> emitter) {
        this.kind = kind;
        this.item = item;
        this.emitter = emitter;
        emitter.onTermination(() -> abandoned = true);
    }

    /** What can be done in one run, and does well to be. */
    static final class Kind<I, O> {
        private final int most;
        private final Function<List<I>, List<O>> run;

        /**
         * A kind of work.
         *
         * @param most how many pieces one run takes at most
         * @param run gives a result for each item, in their order
         */
        Kind(int most, Function<List<I>, List<O>> run) {
            this.most = most;
            this.run = run;
        }

        /** Work that is done piece by piece. */
        static <I, O> Kind<I, O> single(Function<I, O> run) {
            return new Kind<>(1, items -> List.of(run.apply(items.getFirst())));
        }

        private void runAll(List<Piece<I, O>> pieces) {
            List<Piece<I, O>> wanted =
                    pieces.stream().filter(piece -> !piece.abandoned).toList();
            if (wanted.isEmpty()) {
                return;
            }
            try {
                List<O> results =
                        run.apply(wanted.stream().map(piece -> piece.item).toList());
                for (int i = 0; i < wanted.size(); i++) {
                    wanted.get(i).emitter.complete(results.get(i));
                }
            } catch (RuntimeException | Error e) {
                wanted.forEach(piece -> piece.emitter.fail(e));
            }
        }
    }

    /** One run with this piece and as many of its kind as wait, which are taken out of those that wait. */
    Runnable runWith(Iterable<Piece<?, ?>> waiting) {
        List<Piece<I, O>> together = new ArrayList<>(List.of(this));
        for (Iterator<Piece<?, ?>> next = waiting.iterator(); together.size() < kind.most && next.hasNext(); ) {
            Piece<?, ?> other = next.next();
            if (other.kind == kind) {
                together.add(sameKind(other));
                next.remove();
            }
        }
        return () -> kind.runAll(together);
    }

    @SuppressWarnings("unchecked") // A kind has one type of items and one of results.
    private Piece<I, O> sameKind(Piece<?, ?> other) {
        return (Piece<I, O>) other;
    }
}
