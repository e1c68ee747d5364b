package io.frontdesk.gateway.problem;

import io.frontdesk.contracts.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as OpenAI's clients read it. */
@RegisterForReflection(registerFullHierarchy = true)
public record OpenAiError(Detail error) {
    /** What the operations are tagged with that answer such errors. */
    public static final String TAG = "openai";

    /** The code of a request too many. */
    public static final String TOO_MANY = "rate_limit_exceeded";

    /**
     * What went wrong.
     *
     * @param param the field that is refused, where it is one
     */
    @RegisterForReflection
    public record Detail(
            String message, String type, @Nullable String param, String code) {}

    /** What a problem document says. */
    public static OpenAiError of(Map<?, ?> problem) {
        ProblemType type =
                ProblemType.fromStatus(problem.get("status") instanceof Number status ? status.intValue() : 500);
        Object field = problem.get("field");
        return new OpenAiError(new Detail(
                text(problem.get("detail"), text(problem.get("title"), type.title())),
                typeOf(type),
                // An index stands on its own there, and belongs to what is before it here.
                field == null ? null : field.toString().replace(".[", "["),
                codeOf(type, field != null)));
    }

    private static String text(@Nullable Object member, String otherwise) {
        return member == null ? otherwise : member.toString();
    }

    private static String typeOf(ProblemType type) {
        if (type == ProblemType.TOO_MANY_REQUESTS) {
            return "requests";
        }
        return type.status() >= 500 ? "server_error" : "invalid_request_error";
    }

    private static String codeOf(ProblemType type, boolean ofField) {
        return switch (type) {
            case MALFORMED_REQUEST -> ofField ? "invalid_value" : "malformed_request";
            case NOT_FOUND -> ofField ? "model_not_found" : "not_found";
            case UNAUTHENTICATED -> "invalid_api_key";
            case TOO_MANY_REQUESTS -> TOO_MANY;
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
