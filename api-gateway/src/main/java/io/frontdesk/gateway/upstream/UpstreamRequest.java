package io.frontdesk.gateway.upstream;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.kit.caller.Caller;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import io.vertx.mutiny.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service behind.
 *
 * @param path path and query, escaped
 * @param repeatable whether another instance may be asked when the first fails: nothing is done twice by it
 * @param priority whether it goes before others where the service has too many; not, until {@link #interactively} says so
 * @param patience how long it may take, where that is not the usual time
 * @param budget the time that it shares with others, where it does
 */
public record UpstreamRequest(
        HttpMethod method,
        String path,
        Map<String, String> headers,
        OutgoingBody body,
        boolean repeatable,
        Priority priority,
        Optional<Duration> patience,
        Optional<Budget> budget) {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    public UpstreamRequest {
        headers = Map.copyOf(headers);
    }

    private static UpstreamRequest of(HttpMethod method, String path, OutgoingBody body, boolean repeatable) {
        return new UpstreamRequest(
                method,
                path,
                Map.of("Accept", JSON),
                body,
                repeatable,
                Priority.QUEUED,
                Optional.empty(),
                Optional.empty());
    }

    public static UpstreamRequest get(String path) {
        return of(HttpMethod.GET, path, new OutgoingBody.None(), true);
    }

    public static UpstreamRequest delete(String path) {
        return of(HttpMethod.DELETE, path, new OutgoingBody.None(), true);
    }

    /** Sends a record as JSON. */
    public static UpstreamRequest post(String path, Object body) {
        return json(HttpMethod.POST, path, body);
    }

    public static UpstreamRequest put(String path, Object body) {
        return json(HttpMethod.PUT, path, body);
    }

    public static UpstreamRequest patch(String path, Object body) {
        return json(HttpMethod.PATCH, path, body);
    }

    /** A POST that says all by its path. */
    public static UpstreamRequest post(String path) {
        return of(HttpMethod.POST, path, new OutgoingBody.None(), false);
    }

    private static UpstreamRequest json(HttpMethod method, String path, Object body) {
        var bytes = Buffer.newInstance(UpstreamJson.write(body));
        return of(method, path, new OutgoingBody.Whole(bytes), false).with("Content-Type", JSON);
    }

    /** Sends a form as it came. */
    public static UpstreamRequest form(String path, byte[] form) {
        var bytes = Buffer.newInstance(io.vertx.core.buffer.Buffer.buffer(form));
        return of(HttpMethod.POST, path, new OutgoingBody.Whole(bytes), false).with("Content-Type", FORM);
    }

    /** Sends what comes, as it comes. */
    public static UpstreamRequest stream(
            String path, String contentType, ReadStream<io.vertx.core.buffer.Buffer> parts) {
        return of(HttpMethod.POST, path, new OutgoingBody.Streamed(parts), false)
                .with("Content-Type", contentType);
    }

    /** The path of one page of a list, with what the client said of it; the service behind judges what can be read. */
    public static String page(String path, @Nullable String limit, @Nullable String cursor) {
        var query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        if (limit != null) {
            if (!NUMBER.matcher(limit).matches()) {
                throw new InvalidField("limit", "must be a number");
            }
            query.add("limit=" + limit);
        }
        if (cursor != null) {
            query.add("cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    /** The path with one more parameter in its query, where there is a value for it. */
    public static String query(String path, String name, @Nullable String value) {
        return value == null
                ? path
                : path + (path.contains("?") ? "&" : "?") + name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** On this caller's behalf; without one only the few routes that anybody may call. */
    public UpstreamRequest as(Caller caller) {
        return with("Authorization", caller.bearer());
    }

    /** With what the client itself says of who it is; for the one route where it does so to the service behind. */
    public UpstreamRequest authorized(String authorization) {
        return with("Authorization", authorization);
    }

    public UpstreamRequest accepting(String mediaType) {
        return with("Accept", mediaType);
    }

    /** From after the event that the client has seen last; from the present where it has seen none. */
    public UpstreamRequest resuming(@Nullable String lastEventId) {
        return lastEventId == null ? this : with(Headers.LAST_EVENT_ID, lastEventId);
    }

    /** Of a client that cannot come back for the rest. */
    public UpstreamRequest forGood() {
        return with(Headers.RESUMABLE, "false");
    }

    /** For the answer with this id, which begins once however often it is asked for. */
    public UpstreamRequest answering(UUID id) {
        return with(Headers.ANSWER, id.toString()).repeatably();
    }

    UpstreamRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new UpstreamRequest(method, path, more, body, repeatable, priority, patience, budget);
    }

    /** For a POST that only reads. */
    public UpstreamRequest repeatably() {
        return new UpstreamRequest(method, path, headers, body, true, priority, patience, budget);
    }

    /** For what somebody waits for: it goes before other requests where the service has too many. */
    public UpstreamRequest interactively() {
        return new UpstreamRequest(method, path, headers, body, repeatable, Priority.INTERACTIVE, patience, budget);
    }

    /** All attempts together, and the reply to its end where it is taken whole; the head of what streams. */
    public UpstreamRequest within(Duration time) {
        return new UpstreamRequest(method, path, headers, body, repeatable, priority, Optional.of(time), budget);
    }

    /** The same, of a time that has begun. */
    public UpstreamRequest within(Budget time) {
        return new UpstreamRequest(method, path, headers, body, repeatable, priority, patience, Optional.of(time));
    }
}
