package io.frontdesk.retrieval.embedding;

/** The vector of a text, of length 1. */
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** The vector of this direction; its numbers become the embedding's own. */
    static Embedding normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return new Embedding(vector);
    }

    public int dimensions() {
        return values.length;
    }

    /** The numbers, in an array of the caller's own. */
    public float[] vector() {
        return values.clone();
    }

    /** The numbers as SQL drivers take them. */
    public Float[] boxed() {
        var boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }
}
