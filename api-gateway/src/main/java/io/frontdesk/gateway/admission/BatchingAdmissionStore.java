package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.kit.request.CallingContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Has one call about a subject under way at a time: its requests that come meanwhile are decided over together by the next. So what
 * a busy caller costs Redis grows with round trips, not with requests, and each is still decided over after it came.
 */
final class BatchingAdmissionStore implements AdmissionStore {
    private final AdmissionStore store;

    /** Those that wait, of each subject about which a call is under way. */
    private final Map<Subject, List<Asked>> waiting = new ConcurrentHashMap<>();

    /** The window of its own is enough to tell who asks; a grant that has been renewed is asked about by itself. */
    private record Subject(String window, Optional<TokenGrant> grant) {
        static Subject of(Question question) {
            return new Subject(question.windows().getFirst().limit().key(), question.grant());
        }
    }

    private record Asked(Question question, UniEmitter<? super Reply> reply, Executor context) {
        void answer(Reply decided) {
            context.execute(() -> reply.complete(decided));
        }

        void fail(Throwable failure) {
            context.execute(() -> reply.fail(failure));
        }
    }

    /** Asks the store, which answers every question, or fails, in a time of its own. */
    BatchingAdmissionStore(AdmissionStore store) {
        this.store = store;
    }

    @Override
    public Uni<Reply> admit(Question question) {
        return Uni.createFrom().emitter(reply -> ask(new Asked(question, reply, CallingContext.executor())));
    }

    private void ask(Asked asked) {
        var subject = Subject.of(asked.question());
        List<Asked> batch = new ArrayList<>();
        waiting.compute(subject, (same, others) -> {
            if (others == null) {
                batch.add(asked);
                return new ArrayList<>();
            }
            others.add(asked);
            return others;
        });
        if (!batch.isEmpty()) {
            send(subject, batch);
        }
    }

    private void send(Subject subject, List<Asked> batch) {
        Question together = together(batch.stream().map(Asked::question).toList());
        Uni.createFrom()
                .deferred(() -> store.admit(together))
                .onTermination()
                .invoke(() -> sendNext(subject))
                .subscribe()
                .with(reply -> deal(reply, batch), failure -> batch.forEach(asked -> asked.fail(failure)));
    }

    /** In the context of the first that waits, since that of the last batch has other things to do. */
    private void sendNext(Subject subject) {
        List<Asked> batch = new ArrayList<>();
        waiting.computeIfPresent(subject, (same, others) -> {
            batch.addAll(others);
            return others.isEmpty() ? null : new ArrayList<>();
        });
        if (!batch.isEmpty()) {
            batch.getFirst().context().execute(() -> send(subject, batch));
        }
    }

    private static Question together(List<Question> questions) {
        Question last = questions.getLast();
        return questions.size() == 1
                ? last
                : new Question(
                        IntStream.range(0, last.windows().size())
                                .mapToObj(i -> Told.together(questions.stream()
                                        .map(question -> question.windows().get(i))
                                        .toList()))
                                .toList(),
                        questions.size(),
                        questions.stream().mapToInt(Question::withinShare).sum(),
                        questions.stream().anyMatch(Question::unheard),
                        last.grant());
    }

    private static void deal(Reply reply, List<Asked> batch) {
        Reply admitted = reply.ofAdmitted();
        Reply refused = reply.ofRefused();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(i < reply.admitted() ? admitted : refused);
        }
    }

    @Override
    public Uni<Gathering> present(boolean unheard) {
        return store.present(unheard);
    }

    @Override
    public Uni<Void> putBack(List<Told> windows) {
        return store.putBack(windows);
    }
}
