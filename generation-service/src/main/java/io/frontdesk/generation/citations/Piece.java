package io.frontdesk.generation.citations;

/** A piece of a text with references. */
sealed interface Piece {
    record Text(String text) implements Piece {}

    /**
     * A reference.
     *
     * @param space the white space that stood before it
     */
    record Reference(String space, int n) implements Piece {}
}
