package io.frontdesk.e2e.fuzz;

import io.frontdesk.e2e.openapi.Draft;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Changes of values in the path, the query and the headers that the document names. */
final class ParameterMutations {
    /** They are part of the path's own shape, so that another path is asked for. */
    private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..", "../../etc/passwd", "a/b");

    /** What a client can send as a header. */
    private static final Pattern FIELD_VALUE = Pattern.compile("[ -~]*");

    private ParameterMutations() {}

    static List<Mutation> of(Operation operation) {
        List<Mutation> mutations = new ArrayList<>();
        for (var parameter : operation.parameters()) {
            var place = parameter.place();
            for (var text : Values.texts()) {
                if (place.in() != Place.In.HEADER || FIELD_VALUE.matcher(text).matches()) {
                    mutations.add(replaced(place, text));
                }
            }
            if (place.in() == Place.In.QUERY) {
                mutations.add(Mutation.ofMessage(
                        place + " stands there twice",
                        message -> message.withTarget(message.target()
                                + (message.target().contains("?") ? "&" : "?") + place.name() + "=x")));
            }
            if (place.in() != Place.In.PATH) {
                mutations.add(Mutation.ofDraft(place + " is missing", draft -> draft.without(place.name())));
            }
        }
        return mutations;
    }

    private static Mutation replaced(Place place, String text) {
        var shown = text.length() > 100 ? "long" : '"' + text + '"';
        var mutation = Mutation.ofDraft(place + " is " + shown, (Draft draft) -> draft.with(place, text));
        return place.in() == Place.In.PATH && NO_SEGMENTS.contains(text) ? mutation.elsewhere() : mutation;
    }
}
