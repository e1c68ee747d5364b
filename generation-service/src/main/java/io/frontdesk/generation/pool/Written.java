package io.frontdesk.generation.pool;

import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.answers.Usage;
import org.jspecify.annotations.Nullable;

/** What stands of an answer, whichever keys have written it, and what that took. Not thread-safe. */
final class Written {
    private final StringBuilder text;
    private @Nullable Usage usage;

    /** @param beginning of the answer, from another request */
    Written(String beginning) {
        this.text = new StringBuilder(beginning);
    }

    void add(String more) {
        text.append(more);
    }

    /** All prices are in the installation's currency. */
    void took(Usage more) {
        Usage until = usage();
        usage = usage == null
                ? more
                : new Usage(
                        until.promptTokens() + more.promptTokens(),
                        until.completionTokens() + more.completionTokens(),
                        new Money(
                                until.cost().micros() + more.cost().micros(),
                                more.cost().currency()));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    Usage usage() {
        return usage == null ? Usage.NONE : usage;
    }
}
