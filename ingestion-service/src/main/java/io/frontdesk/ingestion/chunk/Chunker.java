package io.frontdesk.ingestion.chunk;

import io.frontdesk.parser.protocol.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document at its headings, and what stands under each heading into chunks of about a size that the embedding model
 * reads whole: 240 ordinary words are about 320 of its 512 tokens, which leaves room for the title and the headings that are
 * embedded with each chunk, and for text that is harder on it. No chunk reaches across a heading.
 */
public final class Chunker {
    private static final int BUDGET = 240;
    private static final int OVERLAP = 40;
    private static final int LONGEST_HEADING = 30;

    private final int budget;
    private final int overlap;

    public Chunker() {
        this(BUDGET, OVERLAP);
    }

    /**
     * A chunker of chunks of another size.
     *
     * @param budget words of ordinary length in a chunk
     * @param overlap how many of them may be repeated from the chunk before
     */
    Chunker(int budget, int overlap) {
        this.budget = budget;
        this.overlap = overlap;
    }

    /** The chunks of a document, in reading order; none where it holds no text. */
    public List<Chunk> chunk(List<Block> blocks) {
        var cut = new Cut();
        for (Block block : blocks) {
            cut.add(block);
        }
        return cut.finish();
    }

    private record Heading(int level, String text, @Nullable Integer page) {}

    private final class Cut {
        private final Sentences sentences = new Sentences();
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<Heading> path = new ArrayList<>();
        private Section section = new Section(sentences, budget);

        void add(Block block) {
            switch (block) {
                case Block.Heading heading when isText(heading) -> section.paragraph(heading.text(), heading.page());
                case Block.Heading heading -> descend(heading);
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

        /** What is that long is no heading, whatever it was marked as, and would weigh on every chunk below it. */
        private boolean isText(Block.Heading heading) {
            return TextSize.of(heading.text()) > LONGEST_HEADING;
        }

        private void descend(Block.Heading heading) {
            close(heading.level());
            while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
                path.removeLast();
            }
            path.add(new Heading(heading.level(), heading.text(), heading.page()));
        }

        /** Ends the section; a heading with nothing under it, not even a deeper heading, is a text of its own. */
        private void close(int nextLevel) {
            List<Atom> atoms = section.atoms();
            section = new Section(sentences, budget);
            if (!atoms.isEmpty()) {
                Packer.pack(atoms, budget, overlap).forEach(packed -> emit(packed, path));
            } else if (!path.isEmpty() && path.getLast().level() >= nextLevel) {
                Heading lonely = path.getLast();
                emit(new Packer.Packed(lonely.text(), lonely.page()), path.subList(0, path.size() - 1));
            }
        }

        private void emit(Packer.Packed packed, List<Heading> under) {
            List<String> headings = under.stream().map(Heading::text).toList();
            chunks.add(new Chunk(chunks.size(), packed.text(), headings, packed.page()));
        }
    }
}
