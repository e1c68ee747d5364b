package io.frontdesk.gateway.cache;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of questions.
 *
 * @param known had an answer that could be given again
 * @param answered were answered anew, perhaps that the documents do not hold it
 * @param failed have no whole answer, and may be asked again
 * @param refused were not asked, since the caller or its tenant had asked as much as it may
 * @param retryAfter seconds after which to ask those again; absent where there are none
 */
public record WarmingReport(
        long known,
        long answered,
        long failed,
        List<String> refused,
        @Nullable Long retryAfter) {
    /** What became of one. */
    sealed interface Outcome {
        record Known() implements Outcome {}

        record Answered() implements Outcome {}

        record Failed() implements Outcome {}

        /** @param retryAfter in seconds */
        record Refused(String question, long retryAfter) implements Outcome {}
    }

    static WarmingReport of(List<Outcome> outcomes) {
        List<Outcome.Refused> refused = all(outcomes, Outcome.Refused.class).toList();
        return new WarmingReport(
                all(outcomes, Outcome.Known.class).count(),
                all(outcomes, Outcome.Answered.class).count(),
                all(outcomes, Outcome.Failed.class).count(),
                refused.stream().map(Outcome.Refused::question).toList(),
                refused.stream()
                        .map(Outcome.Refused::retryAfter)
                        .max(Long::compare)
                        .orElse(null));
    }

    private static <T extends Outcome> Stream<T> all(List<Outcome> outcomes, Class<T> of) {
        return outcomes.stream().filter(of::isInstance).map(of::cast);
    }
}
