package io.frontdesk.retrieval.paraphrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Pairs of questions, of which a person has said whether one answer serves both. */
public final class PairList {
    /**
     * A pair.
     *
     * @param kind {@code same}, or what it is that makes them differ
     */
    public record Pair(String kind, String one, String other) {
        public boolean isSame() {
            return kind.equals("same");
        }
    }

    private PairList() {}

    public static List<Pair> read(String resource) {
        try (var in = Objects.requireNonNull(PairList.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(parts -> new Pair(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
