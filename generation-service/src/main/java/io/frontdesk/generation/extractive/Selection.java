package io.frontdesk.generation.extractive;

import io.frontdesk.generation.extractive.ExtractiveAnswer.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks, from units with their relevance, what makes up the answer. Used once. */
final class Selection {
    private static final int MOST_PASSAGES = 3;

    /** A fact needs one sentence, and perhaps its exception; other things need some more. */
    private static final int MOST_UNITS_OF_A_FACT = 2;

    private static final int MOST_UNITS = 3;

    /** How near to the best a further unit must come; of another passage than the best, nearer. */
    private static final double FURTHER = 0.85;

    private static final double FURTHER_OF_A_FACT = 0.9;
    private static final double ELSEWHERE = 0.05;

    /** The share of common words from which on a unit says nothing new. */
    private static final double REPEATS = 0.7;

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

    private static final Set<Asked> FACTS =
            Set.of(Asked.DURATION, Asked.MONEY, Asked.TIME, Asked.QUANTITY, Asked.CONTACT, Asked.PLACE);

    private final Asked asked;
    private final List<Unit> units;
    private final List<Unit> chosen = new ArrayList<>();

    private Selection(Asked asked, List<Unit> units) {
        this.asked = asked;
        this.units = units;
    }

    /** A unit and how well it answers. */
    record Rated(Unit unit, double relevance) {}

    /** @param rated best first, at least one */
    static List<Quote> of(Asked asked, List<Rated> rated) {
        var selection = new Selection(asked, rated.stream().map(Rated::unit).toList());
        selection.choose(rated);
        return selection.quotes();
    }

    private void choose(List<Rated> rated) {
        boolean fact = FACTS.contains(asked);
        int most = fact ? MOST_UNITS_OF_A_FACT : MOST_UNITS;
        double least = rated.getFirst().relevance() * (fact ? FURTHER_OF_A_FACT : FURTHER);
        for (Rated candidate : rated) {
            boolean elsewhere = candidate.unit().passage() != units.getFirst().passage();
            double needed = elsewhere ? least + ELSEWHERE : least;
            if (chosen.size() < most && candidate.relevance() >= needed && adds(candidate.unit())) {
                chosen.add(candidate.unit());
            }
        }
    }

    private boolean adds(Unit unit) {
        boolean passageAllowed =
                chosen.stream().anyMatch(u -> u.passage() == unit.passage()) || passages() < MOST_PASSAGES;
        boolean afterSteps = !chosen.isEmpty() && chosen.getFirst().shape() == Unit.Shape.STEPS;
        return passageAllowed && !afterSteps && chosen.stream().noneMatch(u -> u.overlaps(unit) || repeats(u, unit));
    }

    private long passages() {
        return chosen.stream().mapToInt(Unit::passage).distinct().count();
    }

    private static boolean repeats(Unit said, Unit unit) {
        return said.text().equals(unit.text()) || unit.terms().shareIn(said.terms()) > REPEATS;
    }

    private List<Quote> quotes() {
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
        for (Unit unit : ordered) {
            Unit support = leansOn(unit);
            if (support != null && !ordered.contains(support)) {
                texts.add(support.text());
            }
            texts.add(unit.text());
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
