package io.frontdesk.e2e.fuzz;

import io.frontdesk.e2e.openapi.Message;
import io.frontdesk.e2e.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of a request as a whole: its method, its target, headers that any request may have, and a body that is none. */
final class MessageMutations {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO");

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nobody-knows",
            "application/json; charset=\"",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "json",
            "/",
            "");

    private static final String LONG = "x".repeat(5_000);

    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry(
                    "Accept",
                    List.of("application/xml", "text/event-stream", "*", "a/b;q=2", "application/json;q=0", LONG)),
            Map.entry("Accept-Language", List.of("x;q=y", LONG)),
            Map.entry(
                    "Authorization",
                    List.of("", "Bearer", "Bearer x", "Bearer a.b.c", "Basic !", "Bearer fd_a_b", LONG)),
            Map.entry("X-Api-Key", List.of("", "x", "fd_", LONG)),
            Map.entry("Idempotency-Key", List.of("", "\"", "\"a", "\"\"", "a b", "()", LONG)),
            Map.entry("Last-Event-ID", List.of("", "x", "-1", "99999999999999999999", "0-0", LONG)),
            Map.entry("X-Request-Id", List.of("", "a b", "<script>", LONG)),
            Map.entry("X-Forwarded-For", List.of("x", "999.1.1.1, ::g", "," + ",".repeat(500))),
            Map.entry("X-Tenant-Id", List.of("x")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
            Map.entry("Origin", List.of("null", "http://[", LONG)),
            Map.entry("Range", List.of("bytes=5-1")),
            Map.entry("If-None-Match", List.of("*")),
            Map.entry("Content-Encoding", List.of("gzip", "x")),
            Map.entry("Cookie", List.of("=;=", LONG)),
            Map.entry("traceparent", List.of("x", "00-00000000000000000000000000000000-0000000000000000-00")));

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("empty", ""),
            Map.entry("white space", " \n"),
            Map.entry("null", "null"),
            Map.entry("a list", "[{}]"),
            Map.entry("a number", "0"),
            Map.entry("a text", "\"x\""),
            Map.entry("an open object", "{"),
            Map.entry("an open text", "{\"question\": \"x"),
            Map.entry("a name alone", "{\"x\"}"),
            Map.entry("a name twice", "{\"question\": \"a\", \"question\": \"b\"}"),
            Map.entry("no number", "{\"top_k\": NaN}"),
            Map.entry("a comment", "/* */ {}"),
            Map.entry("a null byte", "\0"),
            Map.entry("a byte order mark alone", "\u00ef\u00bb\u00bf"),
            Map.entry("no UTF-8", "{\"question\": \"\u00c3\u0028\u00ff\"}"),
            Map.entry("UTF-16", "\u00fe\u00ff\0{\0}"),
            Map.entry("5,000 open lists", "[".repeat(5_000)),
            Map.entry("5,000 open objects", "{\"a\":".repeat(5_000)),
            Map.entry("an open part", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"),
            Map.entry("broken escapes", "a=%zz&%=%"));

    private MessageMutations() {}

    /**
     * All of them.
     *
     * @param described methods that the document has for the path
     */
    static List<Mutation> of(Operation operation, Set<String> described) {
        List<Mutation> mutations = new ArrayList<>();
        METHODS.stream()
                .filter(method -> !described.contains(method))
                .map(method -> Mutation.ofMessage("method " + method, message -> message.withMethod(method))
                        .elsewhere())
                .forEach(mutations::add);
        HEADERS.forEach((name, values) -> values.forEach(value -> mutations.add(header(name, value))));
        mutations.add(Mutation.ofMessage("no credential", message -> message.withoutHeader("Authorization")));
        mutations.add(target("a query that nobody knows", "?nobody=knows&&=&a[]=b", true));
        mutations.add(target("a slash at the end", "/", false));
        mutations.add(target("a parameter of the path", ";a=b", false));
        mutations.add(target("a null byte at the end of the path", "%00", false));
        mutations.add(Mutation.ofMessage("two slashes", message -> message.withTarget("/" + message.target()))
                .elsewhere());
        BODIES.forEach((name, body) -> mutations.add(body(name, body)));
        if (!operation.bodies().isEmpty()) {
            mutations.add(Mutation.ofMessage("no body", message -> message.withBody(null)));
            mutations.add(Mutation.ofMessage("no media type", message -> message.withoutHeader(Message.CONTENT_TYPE)));
            MEDIA_TYPES.forEach(type -> mutations.add(header(Message.CONTENT_TYPE, type)));
            mutations.add(Mutation.ofMessage("half of its body", message -> message.withBody(half(message.body()))));
            mutations.add(
                    Mutation.ofMessage("something after its body", message -> message.withBody(message.body() + "}x")));
        }
        return mutations;
    }

    private static Mutation header(String name, String value) {
        var shown = value.length() > 100 ? "long" : '"' + value + '"';
        return Mutation.ofMessage(name + " is " + shown, message -> message.withHeader(name, value));
    }

    private static Mutation target(String name, String addition, boolean isDescribed) {
        var mutation = Mutation.ofMessage(name, message -> message.withTarget(added(message.target(), addition)));
        return isDescribed ? mutation : mutation.elsewhere();
    }

    /** To the path, where it is no query. */
    private static String added(String target, String addition) {
        int query = target.indexOf('?');
        if (query < 0) {
            return target + addition;
        }
        return addition.startsWith("?")
                ? target + addition.replace('?', '&')
                : target.substring(0, query) + addition + target.substring(query);
    }

    private static Mutation body(String name, String bytes) {
        return Mutation.ofMessage(
                "a body that is " + name,
                message -> message.headers().containsKey(Message.CONTENT_TYPE)
                        ? message.withBody(bytes)
                        : message.withBody(bytes).withHeader(Message.CONTENT_TYPE, "application/json"));
    }

    private static String half(@Nullable String body) {
        return body == null ? "" : body.substring(0, body.length() / 2);
    }
}
