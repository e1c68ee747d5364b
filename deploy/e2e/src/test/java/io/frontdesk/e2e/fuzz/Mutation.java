package io.frontdesk.e2e.fuzz;

import io.frontdesk.e2e.openapi.Draft;
import io.frontdesk.e2e.openapi.Message;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A change of a request that would have succeeded. Where it finds nothing to change it changes nothing, so that one can follow another.
 *
 * @param isDescribed whether the changed request is still one of the operation
 */
record Mutation(String name, UnaryOperator<Draft> draft, UnaryOperator<Message> message, boolean isDescribed) {
    static final Mutation NONE = new Mutation("nothing", UnaryOperator.identity(), UnaryOperator.identity(), true);

    static Mutation ofDraft(String name, UnaryOperator<Draft> change) {
        return new Mutation(name, change, UnaryOperator.identity(), true);
    }

    static Mutation ofMessage(String name, UnaryOperator<Message> change) {
        return new Mutation(name, UnaryOperator.identity(), change, true);
    }

    Mutation elsewhere() {
        return new Mutation(name, draft, message, false);
    }

    /** One after the other. */
    Mutation and(Mutation next) {
        return new Mutation(
                name + ", and " + next.name,
                first -> next.draft.apply(draft.apply(first)),
                first -> next.message.apply(message.apply(first)),
                isDescribed && next.isDescribed);
    }

    Message applied(Draft valid, Map<String, String> credential) {
        return message.apply(Marker.replaced(Message.of(draft.apply(valid), credential)));
    }
}
