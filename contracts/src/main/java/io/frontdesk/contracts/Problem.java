package io.frontdesk.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457), answered as {@code application/problem+json}.
 *
 * @param detail what happened this time, fit to be shown to the caller
 * @param extensions further members, written beside the standard ones
 */
public record Problem(ProblemType type, @Nullable String detail, Map<String, Object> extensions) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The name of a member: after how many seconds to come back; where a whole answer is a problem, the header says it too. */
    public static final String RETRY_AFTER = "retry_after";

    public Problem {
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, null, Map.of());
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of());
    }

    public static Problem of(InvalidField refused) {
        return new Problem(ProblemType.INVALID_FIELD, refused.getMessage(), Map.of("field", refused.field()));
    }

    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, detail, more);
    }

    /** The members as they stand in JSON, in the order of the RFC. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type.uri().toString());
        members.put("title", type.title());
        members.put("status", type.status());
        if (detail != null) {
            members.put("detail", detail);
        }
        members.putAll(extensions);
        return members;
    }
}
