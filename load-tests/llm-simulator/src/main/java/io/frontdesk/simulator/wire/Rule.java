package io.frontdesk.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a value of a request may be. Throws a {@link Refusal} that names the offending parameter, in OpenAI's words. */
@FunctionalInterface
interface Rule {
    void check(String param, JsonNode value);

    static Rule text() {
        return type("a string", JsonNodeType.STRING);
    }

    static Rule bool() {
        return type("a boolean", JsonNodeType.BOOLEAN);
    }

    static Rule object() {
        return type("an object", JsonNodeType.OBJECT);
    }

    static Rule number(double min, double max) {
        return (param, value) -> {
            require(value.isNumber(), param, "a decimal", value);
            bounds("decimal", min, max, param, value);
        };
    }

    static Rule integer(long min, long max) {
        return (param, value) -> {
            require(value.isIntegralNumber(), param, "an integer", value);
            bounds("integer", (double) min, (double) max, param, value);
        };
    }

    static Rule oneOf(String... allowed) {
        return (param, value) -> {
            text().check(param, value);
            if (!List.of(allowed).contains(value.textValue())) {
                throw Refusal.invalid(
                        param,
                        "invalid_value",
                        "Invalid value: '%s'. Supported values are: '%s'."
                                .formatted(value.textValue(), String.join("', '", allowed)));
            }
        };
    }

    static Rule array(int min, int max, Rule item) {
        return (param, value) -> {
            require(value.isArray(), param, "an array", value);
            if (value.size() < min) {
                throw Refusal.invalid(param, "empty_array", "Invalid '%s': empty array.".formatted(param));
            }
            if (value.size() > max) {
                throw Refusal.invalid(
                        param, "array_above_max_length", "Invalid '%s': more than %d items.".formatted(param, max));
            }
            for (int i = 0; i < value.size(); i++) {
                item.check("%s[%d]".formatted(param, i), value.get(i));
            }
        };
    }

    /** Strings take {@code text}, everything else {@code other}. */
    static Rule textOr(Rule other) {
        return (param, value) -> {
            if (!value.isTextual()) {
                other.check(param, value);
            }
        };
    }

    /** An object of these fields and no others. An optional field may be null. */
    static Rule shape(Map<String, Rule> required, Map<String, Rule> optional) {
        return (param, value) -> {
            object().check(param, value);
            required.keySet().stream().sorted().forEach(name -> requireField(param, value, name));
            for (var field : value.properties()) {
                var path = path(param, field.getKey());
                var rule = required.getOrDefault(field.getKey(), optional.get(field.getKey()));
                if (rule == null) {
                    throw Refusal.invalid(path, "unknown_parameter", "Unknown parameter: '%s'.".formatted(path));
                }
                if (required.containsKey(field.getKey()) || !field.getValue().isNull()) {
                    rule.check(path, field.getValue());
                }
            }
        };
    }

    /** An object whose field {@code tag} says which shape it has. */
    static Rule tagged(String tag, Map<String, Rule> shapes) {
        return (param, value) -> {
            object().check(param, value);
            requireField(param, value, tag);
            var names = shapes.keySet().stream().sorted().toArray(String[]::new);
            oneOf(names).check(path(param, tag), value.get(tag));
            shapes.getOrDefault(value.get(tag).textValue(), object()).check(param, value);
        };
    }

    private static Rule type(String expected, JsonNodeType... types) {
        return (param, value) ->
                require(Set.copyOf(Arrays.asList(types)).contains(value.getNodeType()), param, expected, value);
    }

    private static void require(boolean holds, String param, String expected, JsonNode value) {
        if (!holds) {
            throw Refusal.invalid(
                    param,
                    "invalid_type",
                    "Invalid type for '%s': expected %s, but got %s instead."
                            .formatted(
                                    param, expected, value.getNodeType().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static void requireField(String param, JsonNode value, String name) {
        if (!value.has(name)) {
            var path = path(param, name);
            throw Refusal.invalid(
                    path, "missing_required_parameter", "Missing required parameter: '%s'.".formatted(path));
        }
    }

    private static void bounds(String kind, double min, double max, String param, JsonNode value) {
        boolean below = value.doubleValue() < min;
        if (below || value.doubleValue() > max) {
            throw Refusal.invalid(
                    param,
                    kind + (below ? "_below_min_value" : "_above_max_value"),
                    "Invalid '%s': %s is out of range.".formatted(param, value));
        }
    }

    private static String path(String param, String name) {
        return param.isEmpty() ? name : param + "." + name;
    }
}
