package io.frontdesk.e2e.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path.
 *
 * @param service whose document it stands in
 * @param bodies from media type to schema, without references; empty where it takes no body
 * @param scopes any one of which lets a caller in; empty where every caller is, null where no credential is asked for
 */
public record Operation(
        String service,
        String method,
        String path,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        @Nullable Set<String> scopes) {

    /** A named value outside the body. */
    public record Parameter(Place place, JsonNode schema) {}

    public boolean isOpen() {
        return scopes == null;
    }

    /** Whether a caller with these scopes is let in. */
    public boolean admits(Set<String> held) {
        return scopes == null || scopes.isEmpty() || scopes.stream().anyMatch(held::contains);
    }

    /** The collection that the path ends in: {@code documents} for {@code /v1/documents/{id}}. */
    public String kind() {
        return kindBefore(path.length());
    }

    /** The collection that a parameter of the path chooses from: the last word before it. */
    public String kindOf(String pathParameter) {
        return kindBefore(path.indexOf("{" + pathParameter + "}"));
    }

    /** The path without what begins at the parameter: where things of its kind are made. */
    public String collectionOf(String pathParameter) {
        return path.substring(0, path.indexOf("/{" + pathParameter + "}"));
    }

    private String kindBefore(int end) {
        var kind = "";
        for (var word : path.substring(0, end).split("/")) {
            if (!word.isEmpty() && !word.startsWith("{")) {
                kind = word;
            }
        }
        return kind;
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + service + ")";
    }
}
