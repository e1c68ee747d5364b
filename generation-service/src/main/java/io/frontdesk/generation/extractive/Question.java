package io.frontdesk.generation.extractive;

import io.frontdesk.generation.text.Terms;
import io.frontdesk.generation.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A question, read.
 *
 * @param terms what it is about
 * @param names those of its terms that are written as names, inside of a sentence with a capital
 * @param asked what kind of thing it wants to hear
 */
record Question(Terms terms, Terms names, Asked asked) {
    static Question of(String text) {
        List<Token> tokens = Token.of(text);
        Asked asked = Asked.by(tokens);
        Terms terms = Terms.of(tokens);
        Terms subject = terms.without(asked.saidByKind());
        return new Question(subject.isEmpty() ? terms : subject, names(tokens), asked);
    }

    private static Terms names(List<Token> tokens) {
        List<Token> named = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            boolean begins = tokens.get(i - 1).kind() == Token.Kind.SYMBOL;
            if (!begins && Character.isUpperCase(tokens.get(i).text().codePointAt(0))) {
                named.add(tokens.get(i));
            }
        }
        return Terms.of(named);
    }
}
