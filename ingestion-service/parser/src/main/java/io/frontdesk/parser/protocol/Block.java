package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a parsed document, in reading order. Text is never blank, holds no control characters, and outside of code
 * its whitespace is single spaces. Blocks of a paged document know the page, from 1, on which they begin.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.ListItem.class, name = "list_item"),
    @JsonSubTypes.Type(value = Block.TableRow.class, name = "table_row"),
    @JsonSubTypes.Type(value = Block.Code.class, name = "code")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Block {

    /** What a block takes beside its text, in characters: its names and brackets on the wire, its objects in memory. */
    int FRAME_WEIGHT = 24;

    /** What a cell takes beside its text. */
    int CELL_WEIGHT = 4;

    /** The page on which the block begins, for documents that have pages. */
    @Nullable
    Integer page();

    /**
     * What the block counts for where output is limited, in characters. Many empty things are large as well: a document of
     * a weight takes at most four bytes for each on the wire, escapes and three-byte letters included.
     */
    long weight();

    /** A heading; level 1 is the highest, 6 the lowest. */
    record Heading(
            @JsonProperty("level") int level,
            @JsonProperty("text") String text,
            @JsonProperty("page") @Nullable Integer page)
            implements Block {

        public Heading {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public long weight() {
            return FRAME_WEIGHT + (long) text.length();
        }
    }

    /** Running text. A list item's second paragraph is a paragraph. */
    record Paragraph(
            @JsonProperty("text") String text,
            @JsonProperty("page") @Nullable Integer page) implements Block {

        public Paragraph {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public long weight() {
            return FRAME_WEIGHT + (long) text.length();
        }
    }

    /** One item of a list, without its marker; depth is 1 in the outermost list. */
    record ListItem(
            @JsonProperty("text") String text,
            @JsonProperty("ordered") boolean ordered,
            @JsonProperty("depth") int depth,
            @JsonProperty("page") @Nullable Integer page)
            implements Block {

        public ListItem {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public long weight() {
            return FRAME_WEIGHT + (long) text.length();
        }
    }

    /** One row of a table; an empty cell is an empty text. Rows of one table follow one another. */
    record TableRow(
            @JsonProperty("cells") List<String> cells,
            @JsonProperty("header") boolean header,
            @JsonProperty("page") @Nullable Integer page)
            implements Block {

        public TableRow {
            cells = List.copyOf(cells);
        }

        @Override
        public long weight() {
            return FRAME_WEIGHT
                    + cells.stream()
                            .mapToLong(cell -> CELL_WEIGHT + cell.length())
                            .sum();
        }
    }

    /** Preformatted text, its line breaks and indentation kept. */
    record Code(
            @JsonProperty("text") String text,
            @JsonProperty("page") @Nullable Integer page) implements Block {

        public Code {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public long weight() {
            return FRAME_WEIGHT + (long) text.length();
        }
    }
}
