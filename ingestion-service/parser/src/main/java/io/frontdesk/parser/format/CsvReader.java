package io.frontdesk.parser.format;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Values separated by commas (RFC 4180), semicolons, tabs or bars; the first row is the header. */
public final class CsvReader implements FormatReader {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Lines that are looked at for the delimiter. */
    private static final int SAMPLE = 20;

    private final Charsets charsets;

    public CsvReader(Charsets charsets) {
        this.charsets = charsets;
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        var text = charsets.decode(document);
        if (text.isBlank()) {
            return;
        }
        var rows = new SheetRows(sink);
        try (var records = format(delimiter(text)).parse(new StringReader(text))) {
            for (CSVRecord values : records) {
                rows.row(values.toList());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The one that stands in the most lines as often as in the first; decimal commas and words in a cell do not. */
    private static char delimiter(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).limit(SAMPLE).toList();
        return DELIMITERS.stream()
                .max(Comparator.comparingLong((Character delimiter) -> linesLikeTheFirst(lines, delimiter))
                        .thenComparingLong(delimiter -> count(lines.getFirst(), delimiter)))
                .orElseThrow();
    }

    private static long linesLikeTheFirst(List<String> lines, char delimiter) {
        long first = count(lines.getFirst(), delimiter);
        return first == 0
                ? 0
                : lines.stream().filter(line -> count(line, delimiter) == first).count();
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(c -> c == delimiter).count();
    }

    /** Quotes are taken as they come: not every program that writes them has read the RFC. */
    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }
}
