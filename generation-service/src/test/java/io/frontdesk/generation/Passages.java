package io.frontdesk.generation;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.text.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Passages of a shop's help centre, as retrieval-service would find them. */
public final class Passages {
    /** A cosine of a passage that is about the question. */
    public static final double NEAR = 0.8;

    /** A cosine of a passage of the same shop about something else. */
    public static final double SAME_TRADE = 0.58;

    /** A cosine of a passage that has nothing to do with the question. */
    public static final double FOREIGN = 0.41;

    public static final Passage RETURNS = passage("Returns and refunds", "How long you have", NEAR, """
            You can return a laptop, a phone, a tablet or almost anything else within 30 days of delivery, in its original \
            packaging and with everything that came in the box. For click & collect orders the 30 days start on the day you \
            pick the order up.

            Orders placed between 1 November and 24 December can be sent back until 31 January, so that a present can be \
            unwrapped first.
            """);

    public static final Passage REPAIRS =
            passage("Repairs and the service centre", "How long it takes", NEAR - 0.1, """
            A repair takes 5 to 7 working days from arrival at the service centre. The express service returns laptops and \
            phones within 48 hours and costs £49 on top; it is offered when the part is in stock.
            """);

    private Passages() {}

    public static Passage passage(String title, String heading, double similarity, String text) {
        return new Passage(
                Ids.next(),
                Ids.next(),
                title,
                "https://help.example/" + title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                text.strip(),
                List.of(heading),
                0,
                null,
                0.03,
                similarity,
                0.1);
    }

    /** Those passages as a search for the question would place them: by how much of it they say. */
    public static List<Passage> found(String question, List<Passage> passages) {
        Terms asked = Terms.of(question);
        return passages.stream()
                .map(passage -> passage.scored(passage.score() * (1 + asked.shareIn(Terms.of(whole(passage))))))
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .toList();
    }

    private static String whole(Passage passage) {
        return String.join("\n", passage.title(), String.join("\n", passage.headingPath()), passage.text());
    }
}
