package io.frontdesk.generation.extractive;

import io.frontdesk.generation.extractive.ExtractiveAnswer.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks, from units with their relevance, what makes up the answer. Used once. */
final class Selection {
    private static final int MOST_PASSAGES = 3;

    /** A fact needs one sentence, and perhaps its exception; other things need some more. */
    private static final int MOST_UNITS_OF_A_FACT = 2;

    private static final int MOST_UNITS = 3;

    /** What else another passage says needs few words. */
    private static final int MOST_UNITS_ELSEWHERE = 2;

    /** How near to the best of its passage a further unit must come. */
    private static final double FURTHER = 0.85;

    private static final double FURTHER_OF_A_FACT = 0.9;

    /**
     * How near to the best of all the best of another passage must come. Passages differ most by how the search placed them:
     * one that is nearly as well placed may be the one that was meant. A fact is said once.
     */
    private static final double ELSEWHERE = 0.6;

    private static final double ELSEWHERE_OF_A_FACT = 0.95;

    /** The share of common words from which on a unit says nothing new. */
    private static final double REPEATS = 0.7;

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
        return new Quoting(selection.units).of(selection.chosen);
    }

    private void choose(List<Rated> rated) {
        Rated best = rated.getFirst();
        double elsewhere = best.relevance() * (asked.isFact() ? ELSEWHERE_OF_A_FACT : ELSEWHERE);
        double further = asked.isFact() ? FURTHER_OF_A_FACT : FURTHER;
        Map<Integer, Double> bestOf = new HashMap<>();
        for (Rated candidate : rated) {
            int passage = candidate.unit().passage();
            boolean here = passage == best.unit().passage();
            double least = further * bestOf.computeIfAbsent(passage, p -> candidate.relevance());
            boolean near = candidate.relevance() >= (here ? least : Math.max(least, elsewhere));
            if (near && ofPassage(passage) < most(here) && adds(candidate.unit())) {
                add(candidate.unit());
            }
        }
    }

    private int most(boolean here) {
        return !here ? MOST_UNITS_ELSEWHERE : asked.isFact() ? MOST_UNITS_OF_A_FACT : MOST_UNITS;
    }

    /** Two of the steps are half of what is to be done, so then they are said whole. */
    private void add(Unit unit) {
        Optional<Unit> another = chosen.stream().filter(unit::isBeside).findFirst();
        Optional<Unit> steps = another.flatMap(this::stepsOf);
        steps.ifPresentOrElse(
                whole -> chosen.set(chosen.indexOf(another.orElseThrow()), whole), () -> chosen.add(unit));
    }

    private Optional<Unit> stepsOf(Unit item) {
        return units.stream()
                .filter(unit -> unit.shape() == Unit.Shape.STEPS && unit.overlaps(item))
                .findFirst();
    }

    private boolean adds(Unit unit) {
        boolean passageAllowed = ofPassage(unit.passage()) > 0 || passages() < MOST_PASSAGES;
        boolean afterSteps = !chosen.isEmpty() && chosen.getFirst().shape() == Unit.Shape.STEPS;
        return passageAllowed && !afterSteps && chosen.stream().noneMatch(u -> u.overlaps(unit) || repeats(u, unit));
    }

    private long ofPassage(int passage) {
        return chosen.stream().filter(unit -> unit.passage() == passage).count();
    }

    private long passages() {
        return chosen.stream().mapToInt(Unit::passage).distinct().count();
    }

    private static boolean repeats(Unit said, Unit unit) {
        return said.text().equals(unit.text()) || unit.terms().shareIn(said.terms()) > REPEATS;
    }
}
