package io.frontdesk.generation.citations;

import io.frontdesk.generation.text.Sentences;
import io.frontdesk.generation.text.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of an answer, or an item of a list in it.
 *
 * @param sentence as it stands there
 * @param bare without references and without its number in a list
 * @param references what it cites; where it cites nothing itself, what the next sentence of its paragraph cites, else the one before
 */
record Claim(String sentence, String bare, Set<Integer> references) {
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+\u2022]|\\d{1,3}[.)])\\s+");
    private static final Pattern REFERENCE = Pattern.compile("\\s*\\[(\\d{1,4})\\]");
    private static final Pattern LEADING = Pattern.compile("^(?:" + REFERENCE.pattern() + ")+");

    /** A shorter one says nothing that could be right or wrong: "Certainly." */
    private static final int FEWEST_TERMS = 3;

    /** Whether it says something, rather than asks or announces it. */
    boolean isStatement() {
        String end = bare.strip();
        return !end.endsWith(":")
                && !end.endsWith("?")
                && (Terms.of(bare).stems().size() >= FEWEST_TERMS
                        || !Numbers.said(bare).isEmpty());
    }

    /** The claims of a text in their order. */
    static List<Claim> of(String text) {
        List<Claim> claims = new ArrayList<>();
        for (String paragraph : text.split("\\n\\s*\\n", -1)) {
            List<Claim> own = new ArrayList<>();
            paragraph.lines().forEach(line -> addLine(line, own));
            claims.addAll(inherited(own));
        }
        return claims;
    }

    private static void addLine(String line, List<Claim> claims) {
        boolean begins = true;
        for (String part : Sentences.of(ITEM.matcher(line).replaceFirst(""))) {
            String sentence = part;
            Matcher leading = LEADING.matcher(sentence);
            // "It is free. [1] It is fast. [2]": a reference after the full stop is of the sentence before.
            if (!begins && leading.find()) {
                claims.add(claims.removeLast().with(references(leading.group())));
                sentence = sentence.substring(leading.end()).strip();
            }
            if (!sentence.isEmpty()) {
                claims.add(new Claim(sentence, REFERENCE.matcher(sentence).replaceAll(""), references(sentence)));
                begins = false;
            }
        }
    }

    private Claim with(Collection<Integer> more) {
        Set<Integer> all = new LinkedHashSet<>(references);
        all.addAll(more);
        return new Claim(sentence, bare, all);
    }

    private static List<Claim> inherited(List<Claim> own) {
        List<Claim> claims = new ArrayList<>(own);
        for (int i = claims.size() - 2; i >= 0; i--) {
            inherit(claims, i, i + 1);
        }
        for (int i = 1; i < claims.size(); i++) {
            inherit(claims, i, i - 1);
        }
        return claims;
    }

    private static void inherit(List<Claim> claims, int heir, int from) {
        if (claims.get(heir).references.isEmpty()) {
            claims.set(heir, claims.get(heir).with(claims.get(from).references));
        }
    }

    private static Set<Integer> references(String text) {
        Set<Integer> references = new LinkedHashSet<>();
        Matcher found = REFERENCE.matcher(text);
        while (found.find()) {
            references.add(Integer.valueOf(found.group(1)));
        }
        return references;
    }
}
