package io.frontdesk.ingestion.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.frontdesk.kit.tokenizer.TokenizerFile;
import io.frontdesk.parser.protocol.Block;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of questions and answers: each question is one chunk, or the heading of several. */
class QuestionsTest {
    private final Chunker chunker =
            new Chunker(new ChunkSizes(60, 20, 512), TokenizerFile.read(TokenizerFile.bundled()));

    @Test
    void givesEachHeadingThatAsksAChunk() {
        assertQuestions(
                new Block.Heading(1, "FAQ", null),
                new Block.Heading(2, "How long do I have?", null),
                paragraph("You have 30 days."),
                new Block.Heading(2, "What does it cost?", null),
                paragraph("Nothing."),
                paragraph("Jersey is 5 pounds."));
    }

    @Test
    void findsQuestionsByTheirMarkers() {
        assertQuestions(
                new Block.Heading(1, "FAQ", null),
                paragraph("Q: How long do I have?"),
                paragraph("A: You have 30 days."),
                paragraph("Q: What does it cost?"),
                paragraph("A: Nothing."),
                paragraph("Jersey is 5 pounds."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q: How long do I have? A: You have 30 days. Q: What does it cost? A: Nothing. Jersey is 5 pounds.",
                "Q1. How long do I have? A1: You have 30 days. Q2: What does it cost? A2: Nothing. Jersey is 5 pounds.",
                "Question: How long do I have? Answer: You have 30 days. Question: What does it cost?"
                        + " Nothing. Jersey is 5 pounds."
            })
    void findsQuestionsWithinOneParagraph(String text) {
        assertThat(chunks(new Block.Heading(1, "FAQ", null), paragraph(text)))
                .extracting(Chunk::headingPath, Chunk::text)
                .containsExactly(
                        tuple(List.of("FAQ", "How long do I have?"), "You have 30 days."),
                        tuple(List.of("FAQ", "What does it cost?"), "Nothing. Jersey is 5 pounds."));
    }

    @Test
    void findsWhatIsAskedInNoQuestionByItsAnswer() {
        assertThat(chunks(paragraph("Q: I have lost my key."), paragraph("A: We send another.")))
                .extracting(Chunk::headingPath, Chunk::text)
                .containsExactly(tuple(List.of("I have lost my key."), "We send another."));
    }

    @Test
    void findsQuestionsThatStandAloneBeforeTheirAnswers() {
        assertThat(chunks(
                        new Block.ListItem("Where do I begin?", true, 1, null),
                        paragraph("Here."),
                        paragraph("2. And then?"),
                        new Block.ListItem("Left.", false, 1, null),
                        new Block.ListItem("Right.", false, 1, null),
                        paragraph("„Ist das alles?“ fragt mancher. Wirklich?"),
                        paragraph("How does it end?"),
                        paragraph("Well.")))
                .extracting(Chunk::headingPath, Chunk::text)
                .containsExactly(
                        tuple(List.of("Where do I begin?"), "Here."),
                        tuple(
                                List.of("2. And then?"),
                                "- Left.\n- Right.\n\n„Ist das alles?“ fragt mancher. Wirklich?"),
                        tuple(List.of("How does it end?"), "Well."));
    }

    @Test
    void takesNeitherAFewQuestionsOfATextNorItsTableOfContentsForSuch() {
        assertThat(chunks(
                        paragraph("Who does not know it?"),
                        paragraph("It breaks."),
                        paragraph("Why?"),
                        paragraph("So.")))
                .hasSize(1);
        assertThat(chunks(Stream.of("One?", "Two?", "Three?", "Four?", "Last")
                        .map(text -> new Block.ListItem(text, false, 1, null))
                        .toArray(Block[]::new)))
                .hasSize(1);
        assertThat(chunks(paragraph("Vitamin A: good. See option A: yes?"))).hasSize(1);
    }

    @Test
    void repeatsTheQuestionAboveEachPartOfALongAnswer() {
        var chunks =
                chunks(paragraph("Q: How long do I have?"), paragraph("A: " + "It depends on the day. ".repeat(40)));

        assertThat(chunks).hasSizeGreaterThan(3);
        assertThat(chunks).extracting(Chunk::headingPath).containsOnly(List.of("How long do I have?"));
    }

    private void assertQuestions(Block... blocks) {
        assertThat(chunks(blocks))
                .extracting(Chunk::headingPath, Chunk::text)
                .contains(
                        tuple(List.of("FAQ", "How long do I have?"), "You have 30 days."),
                        tuple(List.of("FAQ", "What does it cost?"), "Nothing.\n\nJersey is 5 pounds."));
    }

    private List<Chunk> chunks(Block... blocks) {
        return chunker.chunk("FAQ", List.of(blocks));
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(text.strip(), null);
    }
}
