package io.frontdesk.simulator.answer;

import java.util.SplittableRandom;

/** An embedding of a text's words: equal texts are equal, texts that share words are near, all have length 1. */
public final class TextVector {
    private static final int MARKS_PER_WORD = 8;

    private TextVector() {}

    public static float[] of(String text, int dimensions) {
        var vector = new float[dimensions];
        var words = Words.of(text);
        for (var word : words.isEmpty() ? java.util.Set.of(text) : words) {
            var random = new SplittableRandom(word.hashCode());
            for (int mark = 0; mark < MARKS_PER_WORD; mark++) {
                vector[random.nextInt(dimensions)] += random.nextBoolean() ? 1 : -1;
            }
        }
        return normalised(vector);
    }

    private static float[] normalised(float[] vector) {
        double square = 0;
        for (float number : vector) {
            square += number * number;
        }
        if (square == 0) {
            vector[0] = 1;
            square = 1;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
