package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.reuse.SettledKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer that is to begin.
 *
 * @param token tells whoever begins it from all who may take it over; where it comes a second time, it has begun the first time
 * @param sameAs equal for questions that one answer will do for; empty where it is for this one alone. What goes on with a
 *     conversation in which something was said always is
 * @param settingsVersion the version of the tenant's settings by which it will be given
 * @param kind how it will be made, for gateways to find those that were made so before; empty where none are given again
 * @param first the events with which it begins
 */
public record Beginning(
        Ask ask,
        UUID token,
        Optional<String> sameAs,
        long settingsVersion,
        Optional<SettledKind> kind,
        List<AnswerEvent> first) {
    public Beginning {
        first = List.copyOf(first);
    }
}
