package io.frontdesk.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a search came about.
 *
 * @param vectorPlan how the nearest vectors were found
 * @param chunks how many the tenant has in the collection that was searched
 * @param generation of the vectors that were searched
 * @param model that made them
 * @param byMeaning the candidates of the leg by meaning, best first
 * @param byWords the candidates of the leg by words, best first
 * @param passages where the passages of the reply stand among these, in the order of the reply
 */
public record SearchExplanation(
        VectorPlan vectorPlan,
        long chunks,
        int generation,
        String model,
        List<UUID> byMeaning,
        List<UUID> byWords,
        List<Places> passages) {
    public SearchExplanation {
        byMeaning = List.copyOf(byMeaning);
        byWords = List.copyOf(byWords);
        passages = List.copyOf(passages);
    }

    /** How the nearest vectors are found. */
    public enum VectorPlan {
        /** All that the tenant has are compared: nothing is missed. */
        EXACT,
        /** By a graph (HNSW; Malkov and Yashunin, 2018), which misses some. */
        HNSW
    }

    /**
     * Where a passage stands in both legs, from 1; null where it is none of the leg's candidates.
     */
    public record Places(
            UUID chunkId,
            @Nullable Integer byMeaning,
            @Nullable Integer byWords) {}

    /** The same, with the places of these passages. */
    public SearchExplanation of(List<Passage> found) {
        return new SearchExplanation(
                vectorPlan,
                chunks,
                generation,
                model,
                byMeaning,
                byWords,
                found.stream().map(Passage::chunkId).map(this::places).toList());
    }

    private Places places(UUID chunk) {
        return new Places(chunk, place(byMeaning, chunk), place(byWords, chunk));
    }

    private static @Nullable Integer place(List<UUID> candidates, UUID chunk) {
        int index = candidates.indexOf(chunk);
        return index < 0 ? null : index + 1;
    }
}
