package io.frontdesk.generation.conversation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final double RESOLVED = 0.9;
    private static final double LEFT_ALONE = 0.95;

    private final FollowUps followUps = FollowUps.inEnglish();

    @Test
    void findsOutWhatFollowUpsMean() throws IOException {
        List<String> lines = conversations("=>");
        List<String> missed = lines.stream()
                .filter(line -> !isResolved(line))
                .map(this::shown)
                .toList();

        System.out.printf("Follow-ups resolved: %d of %d%n", lines.size() - missed.size(), lines.size());
        assertThat(lines).hasSizeGreaterThan(60);
        assertThat(missed).as(String.join("\n", missed)).hasSizeLessThanOrEqualTo((int)
                (lines.size() * (1 - RESOLVED)));
    }

    @Test
    void leavesAloneWhatStandsAlone() throws IOException {
        List<String> lines = conversations("==");
        List<String> touched =
                lines.stream().filter(line -> !isLeft(line)).map(this::shown).toList();

        System.out.printf("Questions left alone: %d of %d%n", lines.size() - touched.size(), lines.size());
        assertThat(touched).as(String.join("\n", touched)).hasSizeLessThanOrEqualTo((int)
                (lines.size() * (1 - LEFT_ALONE)));
    }

    @Test
    void saysWhenAQuestionStillNeedsItsConversation() {
        assertThat(followUps.meant("How much does it cost?", List.of("Thanks!")))
                .isEqualTo(new Meant("How much does it cost?", false));
        assertThat(followUps.meant("How much does it cost?", List.of()))
                .isEqualTo(new Meant("How much does it cost?", true));
    }

    @Test
    void growsNoQuestionBeyondWhatCanBeAsked() {
        String long1 = "Can I return a " + "very ".repeat(790) + "old laptop?";
        String meant = followUps.meant("How long? ", List.of(long1)).question();
        assertThat(meant.length()).isLessThanOrEqualTo(4_000);
    }

    private boolean isResolved(String line) {
        String meant = " " + words(last(line)) + " ";
        return Arrays.stream(line.split("=>")[1].strip().split(" "))
                .allMatch(word -> word.startsWith("-")
                        ? !meant.contains(" " + word.substring(1).toLowerCase(Locale.ROOT) + " ")
                        : meant.contains(" " + stem(word.toLowerCase(Locale.ROOT))));
    }

    /** So that "returning" is as good as "return". */
    private static String stem(String word) {
        return word.length() > 5 && word.endsWith("ing") ? word.substring(0, word.length() - 3) : word;
    }

    private boolean isLeft(String line) {
        return last(line).equals(questions(line).getLast());
    }

    private String shown(String line) {
        return line + "   WAS " + last(line);
    }

    private String last(String line) {
        List<String> before = new ArrayList<>();
        for (String question : questions(line)) {
            before.addFirst(followUps.meant(question, before).question());
        }
        return before.getFirst();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}'-]+", " ");
    }

    private static List<String> questions(String line) {
        return Arrays.stream(line.split("=[>=]")[0].split(">"))
                .map(String::strip)
                .toList();
    }

    private static List<String> conversations(String kind) throws IOException {
        try (var in = Objects.requireNonNull(FollowUpsTest.class.getResourceAsStream("conversations.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(kind))
                    .collect(Collectors.toList());
        }
    }
}
