package io.frontdesk.generation.extractive;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.text.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well a unit answers a question, from 0 to 1: by the words of the question that it holds (each weighted by how rare
 * it is among the passages), whether it holds the kind of thing that was asked for, how near in meaning its passage is to the
 * question, and how the search placed that passage.
 *
 * <p>Inverse document frequency after Spärck Jones (1972), smoothed, since the passages are few and were all found by
 * these very words.
 */
final class Relevance {
    /** A word of the unit itself counts whole; one that only stands around it says what the unit is about, less surely. */
    private static final double IN_HEADING = 0.85;

    private static final double JUST_BEFORE = 0.7;
    private static final double IN_TITLE = 0.85;
    private static final double ELSEWHERE_IN_PASSAGE = 0.35;

    /** What is left where the question names something that no passage knows: what is said of others is no answer. */
    private static final double STRANGE_NAME = 0.65;

    /** The number of a question is often the asker's own, and the answer names another. */
    private static final double NUMBER = 0.5;

    /** Words as much as meaning: an answer is quoted, so the question should be found in it, but it may say it otherwise. */
    private static final double WORDS = 0.3;

    private static final double OWN_WORDS = 0.3;
    private static final double MEANING = 0.4;

    /** What a unit keeps that holds nothing of the kind asked for. */
    private static final double WITHOUT_CUE = 0.65;

    /**
     * Cosines of bge-small-en-v1.5, which keeps to the upper half: texts of one shop about different things reach 0.55 to
     * 0.6, a question and its answer 0.62 to 0.87.
     */
    private static final double UNRELATED = 0.45;

    private static final double RELATED = 0.62;
    private static final double SAME = 0.82;

    /** A label such as "Parcel is damaged." repeats the question; what follows it answers. */
    private static final double SAYS_NOTHING_NEW = 0;

    /** What is left of a unit's relevance whose words agree in a passage that means something else. */
    private static final double BY_WORDS_ALONE = 0.35;

    /** What is under a heading that asks the question is there to answer it; so is the row that is named by its words. */
    private static final double NAMED = 0.1;

    /** Who is asked answers first, and explains then: what a document begins with. */
    private static final double BEGINS = 0.06;

    private static final double SAME_WORDS = 0.75;

    /** What stands in brackets adds to an answer, and is none. */
    private static final double ASIDE = 0.8;

    private final Question question;
    private final List<Passage> passages;
    private final Standing standing;
    private final List<Surroundings> surroundings;
    private final List<Map<String, Double>> around;
    private final Map<String, Double> weights;
    private final double totalWeight;
    private final double acquaintance;

    Relevance(Question question, List<Passage> passages, Standing standing) {
        this.question = question;
        this.passages = passages;
        this.standing = standing;
        this.surroundings = passages.stream().map(Surroundings::of).toList();
        this.around = surroundings.stream().map(this::around).toList();
        this.weights = weights();
        this.totalWeight = weights.values().stream().mapToDouble(w -> w).sum();
        this.acquaintance = question.names().stems().stream().allMatch(this::isKnown) ? 1 : STRANGE_NAME;
    }

    private record Surroundings(Terms title, Terms headings, Terms heading, Terms text) {
        static Surroundings of(Passage passage) {
            List<String> path = passage.headingPath();
            return new Surroundings(
                    Terms.of(passage.title()),
                    Terms.ofAll(path),
                    path.isEmpty() ? Terms.NONE : Terms.of(path.getLast()),
                    Terms.of(passage.text()));
        }

        double hold(String stem) {
            return Math.max(text.hold(stem), Math.max(headings.hold(stem), title.hold(stem)));
        }
    }

    double of(Unit unit) {
        boolean asked = isAskedAbove(unit);
        double own = asked ? 1 : share(stem -> unit.terms().hold(stem));
        double covered = asked ? 1 : coverage(unit);
        double named = asked || isNamed(unit) ? NAMED : 0;
        double begins = unit.order() == 0 && passages.get(unit.passage()).position() == 0 ? BEGINS : 0;
        double agreement = WORDS * covered + OWN_WORDS * own + MEANING * meaning(unit.passage()) + named + begins;
        double cue = asked && !question.asked().isFact() ? 1 : Cues.strength(question.asked(), unit.tokens());
        double trust = between(WITHOUT_CUE, cue) * between(BY_WORDS_ALONE, nearness(unit.passage())) * acquaintance;
        return agreement * trust * fit(unit) * standing.of(unit.passage());
    }

    private static double between(double least, double share) {
        return least + (1 - least) * share;
    }

    /** The share of the question that the unit holds or that stands around it. */
    private double coverage(Unit unit) {
        return share(stem -> held(stem, unit));
    }

    private boolean isKnown(String stem) {
        return surroundings.stream().anyMatch(around -> around.hold(stem) > 0);
    }

    private double held(String stem, Unit unit) {
        double best = unit.terms().hold(stem);
        best = Math.max(best, IN_HEADING * unit.label().hold(stem));
        best = Math.max(best, JUST_BEFORE * unit.before().hold(stem));
        return Math.max(best, around.get(unit.passage()).getOrDefault(stem, 0.0));
    }

    /** The same for all units of a passage, and with its whole text the dearest to tell. */
    private Map<String, Double> around(Surroundings passage) {
        Map<String, Double> held = new HashMap<>();
        for (String stem : question.terms().stems()) {
            double above = Math.max(
                    IN_HEADING * passage.headings().hold(stem),
                    IN_TITLE * passage.title().hold(stem));
            held.put(stem, Math.max(above, ELSEWHERE_IN_PASSAGE * passage.text().hold(stem)));
        }
        return held;
    }

    private double share(ToDoubleFunction<String> hold) {
        double held = 0;
        for (var entry : weights.entrySet()) {
            held += entry.getValue() * hold.applyAsDouble(entry.getKey());
        }
        return totalWeight == 0 ? 0 : held / totalWeight;
    }

    private double meaning(int passage) {
        return Math.clamp((passages.get(passage).similarity() - UNRELATED) / (SAME - UNRELATED), 0, 1);
    }

    private double nearness(int passage) {
        return Math.clamp((passages.get(passage).similarity() - UNRELATED) / (RELATED - UNRELATED), 0, 1);
    }

    private boolean isAskedAbove(Unit unit) {
        return asks(unit.label()) || asks(surroundings.get(unit.passage()).heading());
    }

    private boolean isNamed(Unit unit) {
        boolean labelled = unit.shape() == Unit.Shape.ROW || unit.shape() == Unit.Shape.ITEM;
        return labelled && (unit.label().shareIn(question.terms()) == 1 || isInRange(unit));
    }

    /** "25 to 49" names the row for a question about 30. */
    private boolean isInRange(Unit unit) {
        List<Double> bounds = numbers(unit.label());
        return bounds.size() == 2
                && numbers(question.terms()).stream().anyMatch(n -> bounds.getFirst() <= n && n <= bounds.getLast());
    }

    private static List<Double> numbers(Terms terms) {
        return terms.stems().stream()
                .filter(stem -> stem.chars().allMatch(Character::isDigit))
                .map(Double::valueOf)
                .toList();
    }

    private boolean asks(Terms heading) {
        return heading.shareIn(question.terms()) >= SAME_WORDS
                && question.terms().shareIn(heading) >= SAME_WORDS;
    }

    /** Steps answer "how", and little else; a list is quoted whole where a point of it would be half an answer. */
    private double fit(Unit unit) {
        if (unit.terms().shareIn(question.terms()) == 1) {
            return SAYS_NOTHING_NEW;
        }
        boolean how = question.asked() == Asked.PROCEDURE;
        return switch (unit.shape()) {
            case HEADING -> 0;
            case STEPS -> how ? 1.05 : 0.7;
            case LIST -> how || question.asked() == Asked.ENUMERATION ? 1 : 0.7;
            case ITEM, ROW -> 0.97;
            case CODE -> how && !unit.before().isEmpty() ? 1 : 0.7;
            case SENTENCE -> unit.text().startsWith("(") ? ASIDE : 1;
        };
    }

    private Map<String, Double> weights() {
        Map<String, Double> byStem = new HashMap<>();
        for (String stem : question.terms().stems()) {
            long holding = surroundings.stream().filter(s -> s.hold(stem) > 0).count();
            double rarity = 1 + Math.log((1.0 + passages.size()) / (1.0 + holding));
            byStem.put(stem, Character.isDigit(stem.charAt(0)) ? NUMBER * rarity : rarity);
        }
        return byStem;
    }
}
