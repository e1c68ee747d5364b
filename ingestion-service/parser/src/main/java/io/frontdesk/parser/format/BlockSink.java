package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.Block;
import io.frontdesk.parser.protocol.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a reader finds, cleans it, leaves out what is blank, and holds it to the output limit. */
public final class BlockSink {

    private static final int MAX_LEVEL = 6;

    private final List<Block> blocks = new ArrayList<>();
    private final int maxChars;
    private int chars;
    private @Nullable Integer page;
    private String title = "";
    private String language = "";

    /** A sink that refuses more than {@code maxChars} characters of text. */
    public BlockSink(int maxChars) {
        this.maxChars = maxChars;
    }

    /** What the document itself says is its title. */
    public void title(@Nullable String text) {
        title = CleanText.line(text);
    }

    /** The language that the document itself declares. */
    public void language(@Nullable String tag) {
        language = CleanText.line(tag);
    }

    /** From here on, blocks begin on this page. */
    public void page(int number) {
        page = number;
    }

    public void heading(int level, String text) {
        var line = CleanText.line(text);
        add(line, new Block.Heading(Math.clamp(level, 1, MAX_LEVEL), line, page));
    }

    public void paragraph(String text) {
        var line = CleanText.line(text);
        add(line, new Block.Paragraph(line, page));
    }

    public void listItem(String text, boolean ordered, int depth) {
        var line = CleanText.line(text);
        add(line, new Block.ListItem(line, ordered, Math.max(1, depth), page));
    }

    public void tableRow(List<String> cells, boolean header) {
        var lines = cells.stream().map(CleanText::line).toList();
        add(String.join("", lines), new Block.TableRow(lines, header, page));
    }

    public void code(String text) {
        var lines = CleanText.lines(text);
        add(lines, new Block.Code(lines, page));
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The document's own title, else its first heading of level 1. */
    public Optional<String> title() {
        if (!title.isEmpty()) {
            return Optional.of(title);
        }
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 1)
                .map(Block.Heading::text)
                .findFirst();
    }

    public Optional<String> language() {
        return Optional.of(language).filter(tag -> !tag.isEmpty());
    }

    /** Refuses characters that the sink has no room for, before a reader gathers more. */
    public void requireRoom(int more) {
        if (more > maxChars - chars) {
            throw new ParseFailure(
                    FailureReason.TOO_LARGE, "The document has more than " + maxChars + " characters of text.");
        }
    }

    private void add(String text, Block block) {
        if (text.isBlank()) {
            return;
        }
        requireRoom(text.length());
        chars += text.length();
        blocks.add(block);
    }
}
