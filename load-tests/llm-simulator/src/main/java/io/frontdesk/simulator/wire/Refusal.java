package io.frontdesk.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error, in OpenAI's envelope: all four fields, {@code null} where unknown. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String type;
    private final @Nullable String param;
    private final @Nullable String code;

    private Refusal(int status, String type, @Nullable String param, @Nullable String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    /** A request that the specification does not allow. */
    public static Refusal invalid(@Nullable String param, @Nullable String code, String message) {
        return of(400, param, code, message);
    }

    public static Refusal of(int status, @Nullable String param, @Nullable String code, String message) {
        return new Refusal(status, "invalid_request_error", param, code, message);
    }

    public static Refusal unknownModel(String model) {
        return of(404, "model", "model_not_found", "The model '%s' does not exist.".formatted(model));
    }

    /** What a provider answers with {@code status} when the request itself is not to blame. */
    public static Refusal simulated(int status) {
        return switch (status) {
            case 401 -> of(401, null, "invalid_api_key", "Incorrect API key provided.");
            case 429 ->
                new Refusal(
                        429, "requests", null, "rate_limit_exceeded", "Rate limit reached for requests per minute.");
            case 503 -> new Refusal(503, "server_error", null, "overloaded", "The engine is currently overloaded.");
            default ->
                status < 500
                        ? of(status, null, null, "The request is refused with status %d.".formatted(status))
                        : new Refusal(
                                status, "server_error", null, null, "The server had an error processing your request.");
        };
    }

    public int status() {
        return status;
    }

    public ObjectNode json() {
        var envelope = Json.object();
        envelope.putObject("error")
                .put("message", getMessage())
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return envelope;
    }
}
