package io.frontdesk.generation.extractive;

import io.frontdesk.generation.text.Terms;
import io.frontdesk.generation.text.Token;
import java.util.List;

/**
 * A piece of a passage that can be quoted by itself.
 *
 * @param passage which passage, from 0
 * @param block which paragraph, list or table of it, from 0
 * @param order its place in the passage, from 0
 * @param text as it stands there
 * @param tokens of the text itself
 * @param terms of the text itself
 * @param label of the words that name it: a row's first cell, an item's words before the colon, or those with which its
 *     paragraph begins as with a heading ("Parcel is damaged.")
 * @param before of what stands just before it, and is understood in it
 */
record Unit(
        int passage,
        int block,
        int order,
        Shape shape,
        String text,
        List<Token> tokens,
        Terms terms,
        Terms label,
        Terms before) {
    enum Shape {
        SENTENCE,
        /** A sentence that asks, or names what follows: it introduces the answer, and is none. */
        HEADING,
        ITEM,
        ROW,
        /** Code, with the sentence that introduces it. */
        CODE,
        /** A whole list of points. */
        LIST,
        /** A whole list whose order matters. */
        STEPS
    }

    /** Whether both hold the same words of the same list. */
    boolean overlaps(Unit other) {
        return passage == other.passage && block == other.block && (isWhole() || other.isWhole());
    }

    /** Whether both are points of one list, or rows of one table. */
    boolean isBeside(Unit other) {
        return passage == other.passage
                && block == other.block
                && shape == other.shape
                && (shape == Shape.ITEM || shape == Shape.ROW);
    }

    /** The text without what both stand under. */
    String withoutHeadOf(Unit other) {
        String head = text.substring(0, text.lastIndexOf('\n') + 1);
        return other.text.startsWith(head) ? text.substring(head.length()) : text;
    }

    boolean isWhole() {
        return shape == Shape.LIST || shape == Shape.STEPS;
    }
}
