package io.frontdesk.ingestion.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.kit.tokenizer.TokenizerFile;
import io.frontdesk.kit.tokenizer.WordPieceTokenizer;
import io.frontdesk.parser.protocol.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every document: here for random ones, in which no word stands twice. */
class ChunkerPropertiesTest {
    private static final WordPieceTokenizer TOKENIZER = TokenizerFile.read(TokenizerFile.bundled());
    private static final String TITLE = "The title of it";
    private static final Pattern NUMBER = Pattern.compile("x(\\d+)x");
    private static final List<String> SHAPES =
            List.of("%s", "%s.", "Grüße-%s,", "東京%s都", "한국어%s", "%s?", "(%s)", "ไทยไทย%s", "a/b/%s", "😀😀%s");

    @RepeatedTest(150)
    void holdsForEveryDocument(RepetitionInfo repetition) {
        var document = new Document(new Random(repetition.getCurrentRepetition()));
        var sizes = new ChunkSizes(40, 15, 160);

        List<Chunk> chunks = new Chunker(sizes, TOKENIZER).chunk(TITLE, document.blocks);

        assertThat(chunks.stream()
                        .flatMapToInt(ChunkerPropertiesTest::words)
                        .distinct()
                        .sorted())
                .as("no word is lost")
                .containsExactlyElementsOf(
                        IntStream.range(0, document.words).boxed().toList());
        assertThat(chunks)
                .extracting(Chunk::position)
                .containsExactlyElementsOf(
                        IntStream.range(0, chunks.size()).boxed().toList());
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(TOKENIZER.count(chunk.text())).isPositive().isLessThanOrEqualTo(40);
            assertThat(TOKENIZER.tokenize(embedded(chunk), 1_000)).hasSizeLessThanOrEqualTo(160);
            assertThat(words(chunk.text()).map(document::section).distinct())
                    .as("a chunk is of one section")
                    .hasSize(1);
        });
        assertThat(new Chunker(sizes, TOKENIZER).chunk(TITLE, document.blocks))
                .as("the same each time")
                .isEqualTo(chunks);
    }

    private static String embedded(Chunk chunk) {
        return TITLE + " > " + String.join(" > ", chunk.headingPath()) + "\n" + chunk.text();
    }

    private static IntStream words(Chunk chunk) {
        return words(chunk.text() + " " + String.join(" ", chunk.headingPath()));
    }

    /** Of each word its number; what else it is made of may be cut off where a line may break. */
    private static IntStream words(String text) {
        return NUMBER.matcher(text).results().mapToInt(found -> Integer.parseInt(found.group(1)));
    }

    private static final class Document {
        final List<Block> blocks = new ArrayList<>();
        private final List<Integer> sectionStarts = new ArrayList<>();
        private final Random random;
        int words;

        Document(Random random) {
            this.random = random;
            int length = random.nextInt(60);
            for (int at = 0; at < length; at++) {
                add();
            }
        }

        /** The number of the section that a word of its text stands in. */
        int section(int word) {
            return (int) sectionStarts.stream().filter(start -> start <= word).count();
        }

        private void add() {
            switch (random.nextInt(9)) {
                case 0 -> heading();
                case 1, 2 -> blocks.add(new Block.Paragraph(text(120), null));
                case 3 -> blocks.add(new Block.Paragraph(text(8), null));
                case 4, 5 ->
                    blocks.add(new Block.ListItem(text(25), random.nextBoolean(), 1 + random.nextInt(3), null));
                case 6 -> blocks.add(new Block.Code(text(20) + "\n  " + text(30), null));
                default -> table();
            }
        }

        private void heading() {
            sectionStarts.add(words);
            blocks.add(new Block.Heading(1 + random.nextInt(6), word(), null));
        }

        private void table() {
            int columns = 1 + random.nextInt(3);
            int rows = random.nextInt(10);
            for (int row = 0; row < rows; row++) {
                var cells = IntStream.range(0, columns).mapToObj(n -> text(10)).toList();
                blocks.add(new Block.TableRow(cells, row == 0 && random.nextBoolean(), null));
            }
        }

        private String text(int most) {
            return IntStream.rangeClosed(0, random.nextInt(most))
                    .mapToObj(n -> word())
                    .collect(Collectors.joining(" "));
        }

        private String word() {
            return SHAPES.get(random.nextInt(SHAPES.size())).formatted("x" + words++ + "x");
        }
    }
}
