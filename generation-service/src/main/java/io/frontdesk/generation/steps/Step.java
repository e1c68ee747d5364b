package io.frontdesk.generation.steps;

import java.time.Duration;
import java.util.Map;

/**
 * One step towards an answer, when it had been done.
 *
 * @param name {@code classify}, {@code rewrite}, {@code search}, {@code evidence}, {@code generate}, …
 * @param after the time since the question had come
 * @param found what it decided, or what it decided by: names, counts, ids and scores; no secrets, no texts of documents
 */
public record Step(String name, Duration after, Map<String, Object> found) {
    public Step {
        found = Map.copyOf(found);
    }
}
