package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.Block;
import io.frontdesk.parser.protocol.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a reader finds, cleans it, leaves out what is blank, and holds it to the output limit. Documents within the
 * document are handed to it as well.
 */
public final class BlockSink {

    private static final int MAX_LEVEL = 6;

    /** A title beyond this is a page that forgot to end it. */
    private static final int MAX_TITLE_CHARS = 1_000;

    /** RFC 5646, section 4.4.1: no tag in use is longer. */
    private static final int MAX_LANGUAGE_CHARS = 35;

    private final List<Block> blocks = new ArrayList<>();
    private final int maxChars;
    private final EmbeddedReader embedded;
    private final int levelsAbove;
    private int room;
    private @Nullable Integer page;
    private String title = "";
    private String firstHeading = "";
    private String language = "";
    private @Nullable ParseFailure leftOut;

    /**
     * A sink that refuses more than {@code maxChars} characters of text, those of embedded documents included. Structure
     * without text counts as well: see {@link Block#weight}.
     */
    public BlockSink(int maxChars, EmbeddedReader embedded) {
        this(maxChars, maxChars, embedded, 0);
    }

    private BlockSink(int maxChars, int room, EmbeddedReader embedded, int levelsAbove) {
        this.maxChars = maxChars;
        this.room = room;
        this.embedded = embedded;
        this.levelsAbove = levelsAbove;
    }

    /** What the document itself says is its title. */
    public void title(@Nullable String text) {
        title = CleanText.line(text);
    }

    /** The language that the document itself declares. */
    public void language(@Nullable String tag) {
        language = CleanText.line(tag);
    }

    /** From here on, blocks begin on this page. The pages of an embedded document are not those of the outer one. */
    public void page(int number) {
        if (levelsAbove == 0) {
            page = number;
        }
    }

    public void heading(int level, String text) {
        var line = CleanText.line(text);
        firstHeading = level <= 1 && firstHeading.isEmpty() ? line : firstHeading;
        addHeading(level, line);
    }

    public void paragraph(String text) {
        var line = CleanText.line(text);
        add(line, new Block.Paragraph(line, page));
    }

    public void listItem(String text, boolean ordered, int depth) {
        var line = CleanText.line(text);
        add(line, new Block.ListItem(line, ordered, Math.max(1, depth), page));
    }

    /** Text of a format that has no lists: an item where it begins with a bullet or a number, else a paragraph. */
    public void paragraphOrItem(String text) {
        ListMarker.of(text).ifPresentOrElse(item -> listItem(item.text(), item.ordered(), 1), () -> paragraph(text));
    }

    public void tableRow(List<String> cells, boolean header) {
        requireRoom(cells.size()); // before they are copied: a sheet can be 16,384 columns wide
        var lines = cells.stream().map(CleanText::line).toList();
        add(String.join("", lines), new Block.TableRow(lines, header, page));
    }

    public void code(String text) {
        var lines = CleanText.lines(text);
        add(lines, new Block.Code(lines, page));
    }

    /**
     * A document that stands within this one. Its name becomes a heading of this level, and its own headings stand below
     * that one. A document that cannot be read is left out.
     *
     * @throws ParseFailure {@code TOO_LARGE} when there is no room for it, or it lies too deep
     */
    public void embedded(EmbeddedDocument document, int level) {
        var name = CleanText.line(document.shortName());
        var inner = new BlockSink(maxChars, room, embedded, levelsAbove + level);
        try {
            embedded.read(document, inner);
        } catch (ParseFailure e) {
            if (e.reason() == FailureReason.TOO_LARGE) {
                throw e;
            }
            leaveOut(e);
            return;
        }
        room = inner.room;
        addHeading(level, name);
        blocks.addAll(inner.blocks);
    }

    /** A document that stands within this one, and cannot even be handed over. */
    public void leaveOut(ParseFailure why) {
        leftOut = leftOut == null ? why : leftOut;
    }

    /** Why the first of the embedded documents that were left out could not be read. */
    public Optional<ParseFailure> leftOut() {
        return Optional.ofNullable(leftOut);
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The document's own title, else its first heading of level 1; never the name of a document within it. */
    public Optional<String> title() {
        return Optional.of(title.isEmpty() ? firstHeading : title)
                .filter(text -> !text.isEmpty())
                .map(text ->
                        text.length() <= MAX_TITLE_CHARS ? text : CleanText.line(text.substring(0, MAX_TITLE_CHARS)));
    }

    public Optional<String> language() {
        return Optional.of(language).filter(tag -> !tag.isEmpty() && tag.length() <= MAX_LANGUAGE_CHARS);
    }

    /** Refuses characters that the sink has no room for, before a reader gathers more. */
    public void requireRoom(long more) {
        if (more > room) {
            throw new ParseFailure(
                    FailureReason.TOO_LARGE, "The document has more than " + maxChars + " characters of text.");
        }
    }

    private void addHeading(int level, String line) {
        add(line, new Block.Heading(Math.clamp(levelsAbove + level, 1, MAX_LEVEL), line, page));
    }

    private void add(String text, Block block) {
        if (text.isBlank()) {
            return;
        }
        requireRoom(block.weight());
        room -= Math.toIntExact(block.weight());
        blocks.add(block);
    }
}
