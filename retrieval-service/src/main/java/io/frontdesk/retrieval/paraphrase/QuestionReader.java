package io.frontdesk.retrieval.paraphrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one question, from left to right. Used once. */
final class QuestionReader {
    private final List<String> words;
    private final Set<String> company;
    private final Set<Asked> asked = EnumSet.noneOf(Asked.class);
    private final List<RawTerm> terms = new ArrayList<>();
    private final List<RawNumber> numbers = new ArrayList<>();
    private final Set<String> persons = new HashSet<>();
    private final List<String> mentioned = new ArrayList<>();
    private final Set<String> possessors = new HashSet<>();
    private boolean clauseBegins = true;
    private boolean afterContent;
    private boolean asksForState;
    private boolean denied;
    private String clause = "";
    private String role = "";
    private String link = "";

    /** A word that says something, before it is known what the whole question wants. */
    record RawTerm(String word, boolean denied, String role, String link, boolean isState) {}

    record RawNumber(String digits, String counted, String role, String link) {}

    QuestionReader(List<String> words) {
        this.words = words;
        this.company =
                words.stream().flatMap(word -> Inflections.of(word).stream()).collect(Collectors.toUnmodifiableSet());
    }

    QuestionForm read(Lexicon lexicon) {
        for (int i = 0; i < words.size(); i++) {
            read(words.get(i), at(i - 1), at(i + 1));
        }
        return QuestionForm.of(lexicon, company, asked, terms, numbers, persons, mentioned, possessors);
    }

    private void read(String word, String before, String next) {
        mention(word);
        boolean begins = clauseBegins;
        boolean follows = afterContent;
        clauseBegins = word.equals("and")
                || word.equals("but")
                || (begins && FunctionWords.FILLERS.contains(word) && !isPerson(word));
        afterContent = false;
        if (word.equals(Words.STOP)) {
            endClause();
            clauseBegins = true;
        } else if (Character.isUpperCase(word.charAt(0))) {
            ask(Asked.valueOf(word), next);
        } else if (word.equals("when")) {
            when(begins, before);
        } else if (FunctionWords.QUESTION_WORDS.containsKey(word) || (word.equals("which") && begins)) {
            endClause();
            asked.add(FunctionWords.QUESTION_WORDS.getOrDefault(word, Asked.WHAT));
        } else if (begins && FunctionWords.OPENERS.containsKey(word)) {
            asksForState |= FunctionWords.STATES.contains(word);
            ask(FunctionWords.OPENERS.get(word), next);
        } else if (FunctionWords.AUXILIARIES.contains(word)) {
            if (word.equals("have") && asked.contains(Asked.DOES) && !persons.contains("you")) {
                // A thing has something, which is not what the shop has.
                terms.add(new RawTerm(word, denied, clause, "", false));
            }
            if (FunctionWords.PERMITTING.contains(word)
                    && (asked.contains(Asked.WHEN) || asked.contains(Asked.HOWLONG))) {
                asked.add(Asked.CAN);
            }
            clause = FunctionWords.SUBJECTS.contains(next) ? "" : clause;
            role = FunctionWords.SUBJECTS.contains(next) ? "" : role;
        } else {
            readInside(word, before, next, follows);
        }
    }

    private void readInside(String word, String before, String next, boolean follows) {
        if (FunctionWords.DUTIES.contains(word)) {
            asked.add(Asked.MUST);
        } else if (FunctionWords.NEGATIONS.contains(word)) {
            denied = true;
            role = "";
        } else if (FunctionWords.CLAUSES.contains(word)) {
            clause = word + ">";
            role = "";
            terms.add(new RawTerm(word, false, "", "", false));
        } else if (isRole(word, follows)) {
            role = word;
            link = "";
            terms.add(new RawTerm(word, denied, clause, "", false));
            denied = false;
        } else if (Term.isLink(word)) {
            link = word.equals("to") && !follows ? "" : word;
            role = "";
        } else if (word.matches("\\d.*") && word.matches("[\\d.,:/-]+")) {
            number(word, before, next);
        } else if (FunctionWords.FILLERS.contains(word)) {
            person(word);
        } else {
            terms.add(new RawTerm(word, denied, clause + role, link, isState(word, before)));
            denied = false;
            link = "";
            afterContent = true;
        }
        if (FunctionWords.PERMISSIONS.contains(word)) {
            asked.add(Asked.CAN);
        }
    }

    private boolean isRole(String word, boolean follows) {
        return FunctionWords.ROLES.contains(word)
                || (FunctionWords.EXCHANGE_ROLES.contains(word)
                        && (follows || !word.equals("to"))
                        && FunctionWords.EXCHANGES.stream().anyMatch(company::contains));
    }

    private void ask(Asked what, String next) {
        endClause();
        asked.add(what);
        if (next.equals("i") || next.equals("we")) {
            persons.add("i");
        } else if (next.equals("you")) {
            persons.add("you");
        }
    }

    /** "When" also begins subordinate clauses: what happens when I cancel. */
    private void when(boolean begins, String before) {
        if (begins || Set.of("until", "till", "since", "by").contains(before)) {
            endClause();
            asked.add(Asked.WHEN);
        } else {
            clause = "if>";
            terms.add(new RawTerm("if", false, "", "", false));
        }
    }

    private void mention(String word) {
        if (word.equals("i") || word.equals("we")) {
            mentioned.add("i");
        } else if (word.equals("you")) {
            mentioned.add("you");
        }
    }

    private void person(String word) {
        if (word.equals("my") || word.equals("our")) {
            possessors.add("my");
        } else if (word.equals("your")) {
            possessors.add("your");
        }
    }

    private static boolean isPerson(String word) {
        return Set.of("i", "we", "you", "my", "our", "your").contains(word);
    }

    private void number(String digits, String before, String next) {
        boolean countsNext = isContent(next) && !QuestionForm.isMonth(before);
        numbers.add(new RawNumber(digits, countsNext ? next : before, clause + role, link));
        link = "";
        afterContent = true;
    }

    /** What something is after it has been done to it: the used phone, is it verified. */
    private boolean isState(String word, String before) {
        return word.endsWith("ed") && (asksForState || FunctionWords.DETERMINERS.contains(before));
    }

    private static boolean isContent(String word) {
        return !word.isEmpty()
                && Character.isLowerCase(word.charAt(0))
                && !FunctionWords.FILLERS.contains(word)
                && !FunctionWords.AUXILIARIES.contains(word)
                && !Term.isLink(word)
                && !FunctionWords.ROLES.contains(word);
    }

    private void endClause() {
        clause = "";
        role = "";
        link = "";
        if (denied) {
            terms.add(new RawTerm("not", true, "", "", false));
            denied = false;
        }
    }

    private String at(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i);
    }
}
