package io.frontdesk.generation.extractive;

import io.frontdesk.generation.extractive.ExtractiveAnswer.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts chosen units as they are quoted: those of a passage in its order, a sentence with the one that it leans on, points of
 * one list and rows of one table under a single head.
 *
 * @param units all that there are, to find what a sentence leans on
 */
record Quoting(List<Unit> units) {
    /** A sentence that begins so is understood only after the one before. */
    private static final Set<String> LEANING = Set.of(
            "it",
            "its",
            "this",
            "that",
            "these",
            "those",
            "they",
            "their",
            "he",
            "she",
            "then",
            "otherwise",
            "but",
            "however",
            "also",
            "instead",
            "afterwards",
            "both",
            "such");

    /** @param chosen what answers best first */
    List<Quote> of(List<Unit> chosen) {
        Map<Integer, List<Unit>> byPassage = new LinkedHashMap<>();
        for (Unit unit : chosen) {
            byPassage.computeIfAbsent(unit.passage(), p -> new ArrayList<>()).add(unit);
        }
        return byPassage.entrySet().stream()
                .map(entry -> new Quote(entry.getKey(), inOrder(entry.getValue())))
                .toList();
    }

    private List<String> inOrder(List<Unit> ofPassage) {
        List<Unit> ordered = new ArrayList<>(ofPassage);
        ordered.sort(Comparator.comparingInt(Unit::order));
        List<String> texts = new ArrayList<>();
        Unit last = null;
        for (Unit unit : ordered) {
            Unit support = leansOn(unit);
            if (support != null && !ordered.contains(support)) {
                texts.add(support.text());
            }
            if (last != null && last.isBeside(unit)) {
                texts.add(texts.removeLast() + "\n" + unit.withoutHeadOf(last));
            } else {
                texts.add(unit.text());
            }
            last = unit;
        }
        return texts;
    }

    private @Nullable Unit leansOn(Unit unit) {
        boolean leans = unit.shape() == Unit.Shape.SENTENCE
                && !unit.tokens().isEmpty()
                && LEANING.contains(unit.tokens().getFirst().lower());
        if (!leans) {
            return null;
        }
        return units.stream()
                .filter(u ->
                        u.passage() == unit.passage() && u.block() == unit.block() && u.order() == unit.order() - 1)
                .filter(u -> u.shape() == Unit.Shape.SENTENCE)
                .findFirst()
                .orElse(null);
    }
}
