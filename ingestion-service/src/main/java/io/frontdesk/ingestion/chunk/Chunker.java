package io.frontdesk.ingestion.chunk;

import io.frontdesk.kit.tokenizer.WordPieceTokenizer;
import io.frontdesk.parser.protocol.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document at its headings and its questions, and what stands under each into chunks that the embedding model reads
 * whole, with the title and the headings that are embedded with each chunk. No chunk reaches across a heading.
 */
public final class Chunker {
    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_QUESTION = 80;

    private final ChunkSizes sizes;
    private final Measure measure;

    public Chunker(ChunkSizes sizes, WordPieceTokenizer tokenizer) {
        this.sizes = sizes;
        this.measure = new Measure(tokenizer);
    }

    /** The chunks of a document, in reading order; none where it holds no text. */
    public List<Chunk> chunk(String title, List<Block> blocks) {
        var cut = new Cut(measure.of(title));
        for (Block block : Questions.asHeadings(blocks)) {
            cut.add(block);
        }
        return cut.finish();
    }

    private record Heading(
            int level, String text, int size, @Nullable Integer page) {}

    private final class Cut {
        private final Sentences sentences = new Sentences(measure);
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<Heading> path = new ArrayList<>();
        private final int titleSize;
        private Section section;

        Cut(int titleSize) {
            this.titleSize = titleSize;
            this.section = begin();
        }

        void add(Block block) {
            switch (block) {
                case Block.Heading heading -> heading(heading);
                case Block.Paragraph paragraph -> section.paragraph(paragraph.text(), paragraph.page());
                case Block.ListItem item -> section.item(item.text(), item.ordered(), item.depth(), item.page());
                case Block.TableRow row -> section.row(row.cells(), row.header(), row.page());
                case Block.Code code -> section.code(code.text(), code.page());
            }
        }

        List<Chunk> finish() {
            close(0);
            return List.copyOf(chunks);
        }

        /** What is too long is no heading, whatever it was marked as, and would weigh on every chunk below it. */
        private void heading(Block.Heading heading) {
            int size = measure.of(heading.text());
            if (size > (Questions.isQuestion(heading.text()) ? LONGEST_QUESTION : LONGEST_HEADING)) {
                section.paragraph(heading.text(), heading.page());
            } else {
                close(heading.level());
                descend(new Heading(heading.level(), heading.text(), size, heading.page()));
                section = begin();
            }
        }

        private void descend(Heading heading) {
            while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
                path.removeLast();
            }
            path.add(heading);
        }

        private Section begin() {
            return new Section(sentences, measure, room());
        }

        private int room() {
            // Between two of them stands one more token.
            return sizes.room(titleSize
                    + path.stream().mapToInt(heading -> heading.size() + 1).sum());
        }

        /** Ends the section; a heading with nothing under it, not even a deeper heading, is a text of its own. */
        private void close(int nextLevel) {
            List<Atom> atoms = section.atoms();
            if (!atoms.isEmpty()) {
                Packer.pack(atoms, room(), sizes.overlap()).forEach(packed -> emit(packed, path));
            } else if (!path.isEmpty() && path.getLast().level() >= nextLevel) {
                Heading lonely = path.getLast();
                emit(new Packer.Packed(lonely.text(), lonely.page()), path.subList(0, path.size() - 1));
            }
        }

        private void emit(Packer.Packed packed, List<Heading> under) {
            List<String> headings = under.stream().map(Heading::text).toList();
            chunks.add(new Chunk(chunks.size(), packed.text(), headings, null, packed.page()));
        }
    }
}
