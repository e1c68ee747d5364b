package io.frontdesk.contracts;

import java.net.URI;

/** The kinds of {@link Problem} that the suite answers, each with the HTTP status that goes with it. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
    INVALID_FIELD("invalid-field", 400, "A field has a value that is not accepted"),
    UNAUTHENTICATED("unauthenticated", 401, "No valid credential"),
    FORBIDDEN("forbidden", 403, "The credential does not allow this"),
    NOT_FOUND("not-found", 404, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not supported here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be produced"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not arrive in time"),
    CONFLICT("conflict", 409, "The request does not fit the present state"),
    REQUEST_IN_PROGRESS("request-in-progress", 409, "The same request is still being worked on"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The request is too large"),
    URI_TOO_LONG("uri-too-long", 414, "The URI is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The content type is not supported"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The Idempotency-Key stands for another request"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    /** Registered by draft-ietf-httpapi-ratelimit-headers, which names the limits in {@code violated-policies}. */
    QUOTA_EXCEEDED(
            URI.create("https://iana.org/assignments/http-problem-types#quota-exceeded"),
            429,
            "Request cannot be satisfied as assigned quota has been exceeded"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
    INTERNAL("internal-error", 500, "Something went wrong here"),
    UPSTREAM_FAILED("upstream-failed", 502, "A service behind this one failed"),
    UNAVAILABLE("unavailable", 503, "Not available at the moment"),
    TIMEOUT("timeout", 504, "A service behind this one did not answer in time"),
    DEADLINE_PASSED("deadline-passed", 504, "The time for the request is over");

    private final URI uri;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this(URI.create("/problems/" + slug), status, title);
    }

    ProblemType(URI uri, int status, String title) {
        this.uri = uri;
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return uri;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The type with this URI; {@link #INTERNAL} for one that this version does not know. */
    public static ProblemType of(String uri) {
        for (ProblemType type : values()) {
            if (type.uri().toString().equals(uri)) {
                return type;
            }
        }
        return INTERNAL;
    }

    /** The type that says most about an HTTP status that no code of ours chose. */
    public static ProblemType fromStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status && type != INVALID_FIELD && type != IDEMPOTENCY_KEY_REUSED) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED_REQUEST;
    }
}
