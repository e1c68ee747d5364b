package io.frontdesk.simulator;

import io.frontdesk.simulator.answer.Voice;
import io.frontdesk.simulator.wire.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a model does, as its name says: {@code sim} and parts in any order, each a word and a number.
 *
 * <pre>
 * ttft200    the first token comes after 200 ms (plain: the reply, after this and all its tokens' time)
 * itl10      each further token 10 ms later
 * slow5000   not even the status comes before 5,000 ms; 30,000 without a number
 * len120     the answer has 120 tokens
 * dim384     embeddings have 384 dimensions, unless the request says how many
 *
 * error503   the status 503; as a bare number too (429, 401)
 * retry7     with {@code Retry-After: 7}; a 429 always has one, of 1 s
 * cut40      the connection is cut after 40 tokens
 * trunc40    the body ends in good order after 40 tokens, but without the last events
 * stall40    nothing more comes after 40 tokens, and the connection stays open
 * break40    an error object comes after 40 tokens, as an event of the stream
 * first2     the status or the fault befalls only the first 2 requests of each key
 *
 * echo, obedient, miscite    another {@link Voice} than the grounded one
 * </pre>
 *
 * Without times a model answers at once, all events in one write. A fault's answer is as long as the fault needs. Of
 * plain replies a cut one breaks off in the middle, a truncated one is half a document, a broken one a status 500.
 */
public record Behaviour(String model, Map<String, Integer> parts) {
    private static final Pattern PART = Pattern.compile("([a-z]*)(\\d{0,7})");
    private static final String STATUS = "error";

    /** The parts of a name, and the number that is meant where none is written. */
    private static final Map<String, Integer> VOCABULARY = Map.ofEntries(
            Map.entry("ttft", 0),
            Map.entry("itl", 0),
            Map.entry("slow", 30_000),
            Map.entry("len", 0),
            Map.entry("dim", 384),
            Map.entry(STATUS, 500),
            Map.entry("retry", 1),
            Map.entry("cut", 0),
            Map.entry("trunc", 0),
            Map.entry("stall", 0),
            Map.entry("break", 0),
            Map.entry("first", 1),
            Map.entry("echo", 0),
            Map.entry("obedient", 0),
            Map.entry("miscite", 0));

    /**
     * Reads a name.
     *
     * @throws Refusal where it says anything else
     */
    public static Behaviour of(String model) {
        var names = model.split("-", -1);
        if (!names[0].equals("sim")) {
            throw Refusal.unknownModel(model);
        }
        var parts = new HashMap<String, Integer>();
        for (int i = 1; i < names.length; i++) {
            var part = PART.matcher(names[i]);
            if (!part.matches() || names[i].isEmpty()) {
                throw Refusal.unknownModel(model);
            }
            var word = part.group(1).isEmpty() ? STATUS : part.group(1);
            var meant = VOCABULARY.get(word);
            if (meant == null) {
                throw Refusal.unknownModel(model);
            }
            parts.put(word, part.group(2).isEmpty() ? meant : Integer.valueOf(part.group(2)));
        }
        var behaviour = new Behaviour(model, Map.copyOf(parts));
        if (behaviour.fails() && (behaviour.status() < 400 || behaviour.status() > 599)) {
            throw Refusal.unknownModel(model);
        }
        return behaviour;
    }

    /** Milliseconds before the status. */
    int headersAfter() {
        return number("slow", 0);
    }

    /** Milliseconds from the status to the first token. */
    int firstTokenAfter() {
        return number("ttft", 0);
    }

    /** Milliseconds from one token to the next. */
    int betweenTokens() {
        return number("itl", 0);
    }

    /** Milliseconds from the status until the last of {@code tokens} is out. */
    long timeFor(int tokens) {
        return firstTokenAfter() + (long) betweenTokens() * Math.max(0, tokens - 1);
    }

    /** Tokens of the answer; 0 where it is as long as it is. */
    int length() {
        return number("len", 0);
    }

    int dimensions() {
        return number("dim", 384);
    }

    boolean fails() {
        return parts.containsKey(STATUS);
    }

    int status() {
        return number(STATUS, 200);
    }

    /** Seconds of {@code Retry-After}; 0 where the reply has none. */
    int retryAfter() {
        return number("retry", status() == 429 ? 1 : 0);
    }

    Fault fault() {
        for (var kind : Fault.Kind.values()) {
            var after = parts.get(kind.word());
            if (after != null) {
                return new Fault(kind, after);
            }
        }
        return Fault.NONE;
    }

    /** How many requests of a key see the status or the fault. */
    int faultyRequests() {
        return number("first", Integer.MAX_VALUE);
    }

    Voice voice() {
        if (parts.containsKey("echo")) {
            return Voice.ECHOING;
        }
        if (parts.containsKey("miscite")) {
            return Voice.MISCITING;
        }
        return parts.containsKey("obedient") ? Voice.OBEDIENT : Voice.GROUNDED;
    }

    /** The same model on a good day. */
    Behaviour withoutFault() {
        var good = new HashMap<>(parts);
        good.remove(STATUS);
        for (var kind : Fault.Kind.values()) {
            good.remove(kind.word());
        }
        return new Behaviour(model, Map.copyOf(good));
    }

    private int number(String part, int otherwise) {
        return parts.getOrDefault(part, otherwise);
    }
}
