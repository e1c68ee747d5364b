package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.blocks;
import static io.frontdesk.parser.format.Blocks.headerRow;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static io.frontdesk.parser.format.Blocks.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private final CsvReader reader = new CsvReader(new Charsets());

    @Test
    void takesTheFirstRowForTheHeader() throws IOException {
        assertThat(blocks(reader, "Product,Days\r\n\"Laptop, 15\"\"\",30\r\n\r\nInk,\r\n"))
                .containsExactly(headerRow("Product", "Days"), row("Laptop, 15\"", "30"), row("Ink", ""));
    }

    @Test
    void findsTheDelimiterBesideDecimalCommas() throws IOException {
        assertThat(blocks(reader, "Artikel;Preis\nTinte;1,5\nPapier;2,5\n"))
                .containsExactly(headerRow("Artikel", "Preis"), row("Tinte", "1,5"), row("Papier", "2,5"));
        assertThat(blocks(reader, "Product\tDays\nInk, black\t30\n"))
                .containsExactly(headerRow("Product", "Days"), row("Ink, black", "30"));
    }

    @Test
    void takesQuotesAsTheyCome() throws IOException {
        assertThat(blocks(reader, "Product,Days\n\"Ink\" black,30\n\"Paper,20"))
                .containsExactly(headerRow("Product", "Days"), row("Ink black", "30"), row("Paper,20"));
    }

    @Test
    void takesWhatStandsAloneForText() throws IOException {
        assertThat(blocks(reader, "Prices of May\nProduct,Days\nInk,30\n"))
                .containsExactly(paragraph("Prices of May"), headerRow("Product", "Days"), row("Ink", "30"));
        assertThat(blocks(reader, "\n \n")).isEmpty();
    }
}
