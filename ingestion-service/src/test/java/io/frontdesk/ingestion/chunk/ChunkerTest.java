package io.frontdesk.ingestion.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.frontdesk.kit.tokenizer.TokenizerFile;
import io.frontdesk.kit.tokenizer.WordPieceTokenizer;
import io.frontdesk.parser.protocol.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private static final String TITLE = "Help";
    private static final WordPieceTokenizer TOKENIZER = TokenizerFile.read(TokenizerFile.bundled());
    private static final Measure MEASURE = new Measure(TOKENIZER);
    private final Chunker chunker = chunker(30, 12);

    @Test
    void cutsAtHeadingsAndKnowsThePathToEach() {
        var chunks = chunker.chunk(
                TITLE,
                List.of(
                        heading(1, "Help"),
                        paragraph("Welcome."),
                        heading(2, "Returns"),
                        paragraph("You have 30 days."),
                        heading(3, "Laptops"),
                        paragraph("Laptops have 14 days."),
                        heading(2, "Shipping"),
                        paragraph("We ship at once.")));

        assertThat(chunks)
                .extracting(Chunk::text, Chunk::headingPath)
                .containsExactly(
                        tuple("Welcome.", List.of("Help")),
                        tuple("You have 30 days.", List.of("Help", "Returns")),
                        tuple("Laptops have 14 days.", List.of("Help", "Returns", "Laptops")),
                        tuple("We ship at once.", List.of("Help", "Shipping")));
        assertThat(chunks).extracting(Chunk::position).containsExactly(0, 1, 2, 3);
    }

    @Test
    void cutsLongTextBetweenSentencesAndRepeatsTheLastOnes() {
        var chunks = chunker.chunk(TITLE, List.of(paragraph(sentences(20))));

        assertThat(chunks).hasSizeGreaterThan(2).allSatisfy(chunk -> {
            assertThat(chunk.text()).startsWith("Sentence ").endsWith(".");
            assertThat(TOKENIZER.count(chunk.text())).isLessThanOrEqualTo(30);
        });
        assertThat(lastSentence(chunks.get(0))).isEqualTo(sentenceAt(chunks.get(1), 1));
    }

    @Test
    void repeatsNothingAcrossAHeading() {
        var chunks = chunker.chunk(
                TITLE,
                List.of(heading(1, "One"), paragraph(sentences(3)), heading(1, "Two"), paragraph("A new beginning.")));

        assertThat(chunks.getLast().text()).isEqualTo("A new beginning.");
    }

    @Test
    void doesNotTakeAnAbbreviationForTheEndOfASentence() {
        assertThat(sentencesOf("Ask Dr. Miller, e.g. by phone. Or write to Acme Inc. in Berlin! It costs 3.50 now."))
                .containsExactly(
                        "Ask Dr. Miller, e.g. by phone.", "Or write to Acme Inc. in Berlin!", "It costs 3.50 now.");
    }

    @Test
    void keepsAListWholeWhereItFits() {
        var chunks = chunker.chunk(
                TITLE,
                List.of(
                        paragraph(sentences(4)),
                        item("Pack the device.", 1),
                        item("Print the label.", 1),
                        item("Send it.", 1)));

        assertThat(chunks.getLast().text()).endsWith("1. Pack the device.\n2. Print the label.\n3. Send it.");
    }

    @Test
    void numbersNestedListsAnewAtEachLevel() {
        var chunks = chunker.chunk(
                TITLE,
                List.of(item("Open.", 1), item("Left.", 2), item("Right.", 2), item("Close.", 1), item("Lock.", 2)));

        assertThat(chunks.getFirst().text()).isEqualTo("1. Open.\n  1. Left.\n  2. Right.\n2. Close.\n  1. Lock.");
    }

    @Test
    void repeatsTheHeaderRowInEveryChunkOfATable() {
        List<Block> table = new ArrayList<>();
        table.add(new Block.TableRow(List.of("Country", "Days"), true, null));
        IntStream.range(0, 12)
                .forEach(n -> table.add(new Block.TableRow(List.of("Country number " + n, n + " days"), false, null)));

        var chunks = chunker.chunk(TITLE, table);

        assertThat(chunks).hasSizeGreaterThan(1).allSatisfy(chunk -> assertThat(chunk.text())
                .startsWith("Country | Days\nCountry number "));
    }

    @Test
    void repeatsAHeaderOfTwoRows() {
        List<Block> table = new ArrayList<>(List.of(header("Delivery", ""), header("Country", "Days")));
        IntStream.range(0, 12).forEach(n -> table.add(row("Country number " + n, n + " days")));

        assertThat(chunker.chunk(TITLE, table)).hasSizeGreaterThan(1).allSatisfy(chunk -> assertThat(chunk.text())
                .startsWith("Delivery | \nCountry | Days\nCountry number "));
    }

    @Test
    void keepsARowWholeWhereItFitsAndElseItsLabelInEachPart() {
        var fits = row("Jersey", "one two three four five six seven eight nine ten eleven twelve");
        var chunks = chunker.chunk(
                TITLE, List.of(header("Where", "How"), row("UK", "free"), fits, row("France", sentences(10))));

        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.text()).startsWith("Where | How\n"));
        assertThat(chunks).anySatisfy(chunk -> assertThat(chunk.text()).contains("Jersey | one", "eleven twelve"));
        assertThat(chunks.subList(2, chunks.size())).isNotEmpty().allSatisfy(chunk -> assertThat(chunk.text())
                .startsWith("Where | How\nFrance | Sentence"));
    }

    @Test
    void keepsAHeaderWithoutRowsAndOneThatIsTooLargeToBeRepeated() {
        assertThat(chunker.chunk(TITLE, List.of(header("Country", "Days"), paragraph("None."))))
                .extracting(Chunk::text)
                .containsExactly("Country | Days\n\nNone.");
        assertThat(chunker.chunk(TITLE, List.of(header(sentences(3)), row("one"), row("two"))))
                .extracting(Chunk::text)
                .containsExactly(String.join("\n", sentencesOf(sentences(3))) + "\none\ntwo");
    }

    @Test
    void cutsASentenceWithoutEndWhereALineMayBreak() {
        var chunks = chunker.chunk(TITLE, List.of(paragraph("word ".repeat(100).strip())));

        assertThat(chunks).hasSizeGreaterThan(3).allSatisfy(chunk -> assertThat(TOKENIZER.count(chunk.text()))
                .isLessThanOrEqualTo(30));
        assertThat(chunks.stream()
                        .mapToInt(chunk -> chunk.text().split(" ").length)
                        .sum())
                .isGreaterThanOrEqualTo(100);
    }

    @Test
    void losesNoCharacterOfAWordThatIsLongerThanAChunk() {
        String word = "\uD83D\uDE00x".repeat(2_000);

        var chunks = chunker(30, 0).chunk(TITLE, List.of(paragraph(word)));

        assertThat(String.join(
                        "",
                        chunks.stream()
                                .map(Chunk::text)
                                .map(text -> text.replace(" ", ""))
                                .toList()))
                .isEqualTo(word);
    }

    @Test
    void leavesRoomForTheTitleAndTheHeadings() {
        var narrow = new Chunker(new ChunkSizes(100, 0, 120), TOKENIZER);
        String title = "a title ".repeat(10).strip();
        String above = "a heading ".repeat(10).strip();

        var chunks = narrow.chunk(title, List.of(heading(1, above), paragraph(sentences(40))));

        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(TOKENIZER.tokenize(title + " > " + above + "\n" + chunk.text(), 512))
                        .hasSizeLessThanOrEqualTo(120))
                .anySatisfy(chunk -> assertThat(TOKENIZER.count(chunk.text())).isGreaterThan(60));
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatThrownBy(() -> new ChunkSizes(300, 150, 512))
                .hasMessage("frontdesk.chunk.overlap must be less than half of tokens, is 150");
        assertThatThrownBy(() -> new ChunkSizes(600, 50, 512)).hasMessageContaining("model-tokens");
    }

    @Test
    void keepsAHeadingThatHasNothingUnderIt() {
        var chunks = chunker.chunk(TITLE, List.of(heading(1, "Help"), heading(2, "Is it free?"), heading(2, "Yes")));

        assertThat(chunks).extracting(Chunk::text).containsExactly("Is it free?", "Yes");
        assertThat(chunks).extracting(Chunk::headingPath).containsOnly(List.of("Help"));
    }

    @Test
    void knowsThePageOnWhichAChunkBegins() {
        var chunks = chunker.chunk(
                TITLE,
                List.of(
                        new Block.Paragraph(sentences(5), 1),
                        new Block.Heading(1, "Next", 2),
                        new Block.Paragraph("Text.", 2)));

        assertThat(chunks.getFirst().page()).isEqualTo(1);
        assertThat(chunks.getLast().page()).isEqualTo(2);
    }

    @Test
    void keepsTheLinesOfCode() {
        var chunks = chunker.chunk(TITLE, List.of(paragraph("Run this."), new Block.Code("first\n  second", null)));

        assertThat(chunks.getFirst().text()).isEqualTo("Run this.\n\nfirst\n  second");
    }

    @Test
    void boundsEveryChunkWhateverTheDocumentHolds() {
        String endless = "a1".repeat(50_000);
        var chunks = chunker(320, 50)
                .chunk(
                        TITLE,
                        List.of(
                                heading(1, endless),
                                new Block.Code(endless + "\n" + " ".repeat(50_000) + "x", null),
                                item(endless, 3),
                                new Block.TableRow(List.of(endless, endless), true, null),
                                new Block.TableRow(List.of(endless, "y"), false, null),
                                paragraph("...".repeat(30_000))));

        assertThat(chunks).hasSizeGreaterThan(100).allSatisfy(chunk -> {
            assertThat(chunk.text()).hasSizeLessThan(6_000).isNotBlank();
            assertThat(chunk.headingPath())
                    .allSatisfy(heading -> assertThat(heading).hasSizeLessThan(500));
        });
    }

    @Test
    void givesTheSameChunksEachTime() {
        List<Block> blocks = List.of(heading(1, "A"), paragraph(sentences(40)), item("x", 1), item("y", 1));

        assertThat(chunker(320, 50).chunk(TITLE, blocks))
                .isEqualTo(chunker(320, 50).chunk(TITLE, blocks));
    }

    @Test
    void hasNothingToCutInAnEmptyDocument() {
        assertThat(chunker.chunk(TITLE, List.of())).isEmpty();
    }

    private static Chunker chunker(int tokens, int overlap) {
        return new Chunker(new ChunkSizes(tokens, overlap, 512), TOKENIZER);
    }

    private static List<String> sentencesOf(String text) {
        return new Sentences(MEASURE)
                .of(text, 100).stream().map(Measure.Sized::text).toList();
    }

    private static Block heading(int level, String text) {
        return new Block.Heading(level, text, null);
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(text, null);
    }

    private static Block header(String... cells) {
        return new Block.TableRow(List.of(cells), true, null);
    }

    private static Block row(String... cells) {
        return new Block.TableRow(List.of(cells), false, null);
    }

    private static Block item(String text, int depth) {
        return new Block.ListItem(text, true, depth, null);
    }

    private static String sentences(int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(n -> "Sentence %d has six words.".formatted(n))
                        .toList());
    }

    private static String lastSentence(Chunk chunk) {
        return chunk.text().substring(chunk.text().lastIndexOf("Sentence"));
    }

    private static String sentenceAt(Chunk chunk, int at) {
        return sentencesOf(chunk.text()).get(at);
    }
}
