package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Texts in deltas of every size. */
final class Cuts {
    private static final int ROUNDS = 200;

    private Cuts() {}

    /** What a filter tells of a text, which is the same in one piece, in any two, letter by letter and cut at random. */
    static String told(Supplier<? extends TextFilter> filter, String text) {
        String whole = filter.get().whole(text);
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(fed(filter.get(), text.substring(0, cut), text.substring(cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
        assertThat(fed(filter.get(), text.split(""))).as("letter by letter").isEqualTo(whole);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(atRandom(filter.get(), text, random))
                    .as("round %d", round)
                    .isEqualTo(whole);
        }
        return whole;
    }

    private static String atRandom(TextFilter filter, String text, RandomGenerator random) {
        int longest = random.nextInt(1, 20);
        var told = new StringBuilder();
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + random.nextInt(0, longest + 1));
            told.append(filter.feed(text.substring(start, end)));
            start = end;
        }
        return told.append(filter.finish()).toString();
    }

    private static String fed(TextFilter filter, String... deltas) {
        var told = new StringBuilder();
        for (String delta : deltas) {
            told.append(filter.feed(delta));
        }
        return told.append(filter.finish()).toString();
    }
}
