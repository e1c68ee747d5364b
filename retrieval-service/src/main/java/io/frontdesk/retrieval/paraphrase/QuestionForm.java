package io.frontdesk.retrieval.paraphrase;

import io.frontdesk.retrieval.paraphrase.QuestionReader.RawNumber;
import io.frontdesk.retrieval.paraphrase.QuestionReader.RawTerm;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a question says, whatever its words.
 *
 * @param terms in their order
 * @param persons who does it: I, or you
 * @param mentioned I and you, in the order in which they act
 * @param possessors whose it is: mine, or yours
 */
record QuestionForm(
        Set<Asked> asked,
        List<Term> terms,
        List<Number> numbers,
        Set<String> persons,
        List<String> mentioned,
        Set<String> possessors) {
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "monthmay",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec");

    private static final Set<String> PRICE = Set.of("cost", "price", "fee", "charge", "rate", "pay", "tariff");
    private static final Set<String> SPAN = Set.of("take", "duration");
    private static final Set<String> HAVE = Set.of("offer", "provide", "available", "have");
    private static final Set<String> COME = Set.of("get", "receive", "come", "arrive");
    private static final Set<Asked> OF_COMING = Set.of(Asked.WHEN, Asked.HOWLONG, Asked.COST, Asked.HOWMUCH);

    /** A number and what it counts, or what it is the number of. */
    record Number(String digits, Set<String> counted, String role, String link) {
        boolean means(Number other) {
            return digits.equals(other.digits)
                    && role.equals(other.role)
                    && Term.isAlike(link, other.link)
                    && !Collections.disjoint(counted, other.counted);
        }
    }

    static QuestionForm of(
            Lexicon lexicon,
            Set<String> company,
            Set<Asked> said,
            List<RawTerm> raw,
            List<RawNumber> numbers,
            Set<String> persons,
            List<String> mentioned,
            Set<String> possessors) {
        Set<Asked> asked = asked(said, raw, persons);
        Set<Term> terms = new java.util.LinkedHashSet<>();
        for (RawTerm term : raw) {
            Set<String> bases = Inflections.of(term.word());
            if (!isSaidByKind(asked, bases, term.denied())) {
                terms.add(
                        new Term(keys(lexicon, company, asked, term, bases), term.denied(), term.role(), term.link()));
            }
        }
        List<Number> counted = numbers.stream()
                .map(number -> new Number(
                        number.digits(), lexicon.keys(number.counted(), company), number.role(), number.link()))
                .toList();
        return new QuestionForm(
                asked,
                List.copyOf(terms),
                counted,
                Set.copyOf(persons),
                List.copyOf(mentioned),
                Set.copyOf(possessors));
    }

    static boolean isMonth(String word) {
        return MONTHS.contains(word);
    }

    private static Set<Asked> asked(Set<Asked> said, List<RawTerm> raw, Set<String> persons) {
        Set<Asked> asked = said.isEmpty() ? EnumSet.of(Asked.NOTHING) : EnumSet.copyOf(said);
        boolean mayBeAllowed = asked.contains(Asked.MUST) || asked.contains(Asked.CAN);
        if (mayBeAllowed) {
            asked.remove(Asked.DOES);
        }
        // Can you deliver, do you deliver.
        if (asked.equals(EnumSet.of(Asked.CAN)) && persons.equals(Set.of("you"))) {
            return EnumSet.of(Asked.DOES);
        }
        if (asked.equals(EnumSet.of(Asked.WHAT))
                && hasAny(raw, Set.of("cost", "price", "fee", "charge", "charges", "costs", "prices", "fees"))) {
            return EnumSet.of(Asked.COST);
        }
        if (asked.equals(EnumSet.of(Asked.WHAT)) && hasAny(raw, Set.of("deadline", "duration", "period"))) {
            return EnumSet.of(Asked.HOWLONG);
        }
        return asked;
    }

    private static boolean hasAny(List<RawTerm> raw, Set<String> words) {
        return raw.stream().anyMatch(term -> words.contains(term.word()));
    }

    /** How much is it, and how much does it cost. */
    private static boolean isSaidByKind(Set<Asked> asked, Set<String> bases, boolean denied) {
        if (denied) {
            return false;
        }
        return (asked.equals(EnumSet.of(Asked.COST)) && !Collections.disjoint(bases, PRICE))
                || (asked.contains(Asked.HOWLONG)
                        && !(Collections.disjoint(bases, SPAN) && Collections.disjoint(bases, COME)))
                || (asked.equals(EnumSet.of(Asked.DOES)) && !Collections.disjoint(bases, HAVE))
                || (bases.contains("get") && Collections.disjoint(asked, OF_COMING));
    }

    private static Set<String> keys(
            Lexicon lexicon, Set<String> company, Set<Asked> asked, RawTerm term, Set<String> bases) {
        Set<String> keys = new HashSet<>(term.isState() ? Set.of(term.word()) : lexicon.keys(term.word(), company));
        if (!Collections.disjoint(asked, OF_COMING) && !Collections.disjoint(bases, COME)) {
            keys.add("=come");
        }
        return keys;
    }

    List<Term> deniedTerms() {
        return terms.stream().filter(Term::denied).toList();
    }
}
