package io.frontdesk.e2e.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request of an operation, filled, without a credential.
 *
 * @param parameters values outside the body
 * @param mediaType of the body; null where there is none
 */
public record Draft(
        Operation operation,
        Map<Place, String> parameters,
        @Nullable String mediaType,
        @Nullable JsonNode body) {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public Draft {
        parameters = Map.copyOf(parameters);
    }

    /** The same with another value in one place, which need not have had one. */
    public Draft with(Place place, String value) {
        if (place.in() == Place.In.BODY) {
            var changed = body == null ? null : body.deepCopy();
            var pointer = JsonPointer.compile(place.name());
            switch (changed == null ? null : changed.at(pointer.head())) {
                case ObjectNode parent -> parent.put(place.lastName(), value);
                case ArrayNode parent -> parent.set(pointer.last().getMatchingIndex(), TextNode.valueOf(value));
                case null, default -> throw new IllegalArgumentException("nothing holds " + place);
            }
            return new Draft(operation, parameters, mediaType, changed);
        }
        var changed = new LinkedHashMap<>(parameters);
        changed.put(place, value);
        return new Draft(operation, changed, mediaType, body);
    }

    /** The same with another body. */
    public Draft withBody(@Nullable JsonNode other) {
        return new Draft(operation, parameters, mediaType, other);
    }

    /** The same without any value of that name, wherever it stands outside the path. */
    public Draft without(String name) {
        var changed = new LinkedHashMap<>(parameters);
        changed.keySet()
                .removeIf(
                        place -> place.in() != Place.In.PATH && place.lastName().equals(name));
        var smaller = body == null ? null : body.deepCopy();
        if (smaller != null) {
            smaller.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
        }
        return new Draft(operation, changed, mediaType, smaller);
    }

    public boolean has(String name) {
        return parameters.keySet().stream().anyMatch(place -> place.lastName().equals(name))
                || (body != null && body.findValue(name) != null);
    }

    /** Where ids stand here or could stand: what is a UUID or is named like an id, parameters without a value included. */
    public List<Place> idPlaces() {
        List<Place> places = new ArrayList<>();
        Stream.concat(operation.parameters().stream().map(Operation.Parameter::place), parameters.keySet().stream())
                .distinct()
                .filter(place -> isId(place.lastName(), parameters.getOrDefault(place, "")))
                .forEach(places::add);
        if (body != null) {
            collect(body, "", "", places);
        }
        return places;
    }

    /** What an id in the place names, in the plural: {@code documents} for {@code document_id}. */
    public String kindAt(Place place) {
        var name = place.lastName().matches("\\d+") ? nameOfList(place) : place.lastName();
        var stem = name.toLowerCase(Locale.ROOT).replaceFirst("_ids?$", "");
        if (place.in() == Place.In.PATH) {
            return operation.kindOf(place.name());
        }
        return stem.equals("id") || stem.equals("ids") || stem.equals("cursor") ? operation.kind() : stem + "s";
    }

    private static void collect(JsonNode node, String pointer, String name, List<Place> places) {
        if (node.isTextual() && isId(name, node.asText())) {
            places.add(new Place(Place.In.BODY, pointer));
        }
        node.properties()
                .forEach(entry -> collect(entry.getValue(), pointer + "/" + entry.getKey(), entry.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, name, places);
        }
    }

    private static boolean isId(String name, String value) {
        var lower = name.toLowerCase(Locale.ROOT);
        return isUuid(value) || lower.matches("ids?|.*_ids?|cursor|.*-id") && !lower.equals("x-request-id");
    }

    /** Whether a value has the form of a UUID (RFC 9562). */
    public static boolean isUuid(String value) {
        return UUID.matcher(value).matches();
    }

    private static String nameOfList(Place place) {
        var words = place.name().split("/");
        return words[words.length - 2];
    }
}
