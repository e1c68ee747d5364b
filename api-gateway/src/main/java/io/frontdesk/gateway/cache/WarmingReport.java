package io.frontdesk.gateway.cache;

import java.util.List;

/**
 * What became of questions.
 *
 * @param known had an answer that could be given again
 * @param answered were answered anew, perhaps that the documents do not hold it
 * @param failed have no whole answer, and may be asked again
 */
public record WarmingReport(long known, long answered, long failed) {
    enum Outcome {
        KNOWN,
        ANSWERED,
        FAILED
    }

    static WarmingReport of(List<Outcome> outcomes) {
        return new WarmingReport(
                count(outcomes, Outcome.KNOWN), count(outcomes, Outcome.ANSWERED), count(outcomes, Outcome.FAILED));
    }

    private static long count(List<Outcome> outcomes, Outcome one) {
        return outcomes.stream().filter(one::equals).count();
    }
}
