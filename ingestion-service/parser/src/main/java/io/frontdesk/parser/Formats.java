package io.frontdesk.parser;

import io.frontdesk.parser.detect.Charsets;
import io.frontdesk.parser.detect.TypeDetector;
import io.frontdesk.parser.format.CsvReader;
import io.frontdesk.parser.format.DocxReader;
import io.frontdesk.parser.format.EpubReader;
import io.frontdesk.parser.format.FormatReader;
import io.frontdesk.parser.format.HtmlReader;
import io.frontdesk.parser.format.MailReader;
import io.frontdesk.parser.format.MarkdownReader;
import io.frontdesk.parser.format.OdfReader;
import io.frontdesk.parser.format.OfficeReader;
import io.frontdesk.parser.format.PdfReader;
import io.frontdesk.parser.format.SlidesReader;
import io.frontdesk.parser.format.TextReader;
import io.frontdesk.parser.format.ZipReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.JackcessParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OldExcelParser;
import org.apache.tika.parser.microsoft.TNEFParser;
import org.apache.tika.parser.microsoft.chm.ChmParser;
import org.apache.tika.parser.microsoft.onenote.OneNoteParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.xwpf.ml2006.Word2006MLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.SpreadsheetMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;

/** Which reader reads which media type. */
final class Formats {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final List<String> WORD = List.of(
            OFFICE + "wordprocessingml.document",
            OFFICE + "wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12");

    private static final List<String> SLIDES = List.of(
            "application/vnd.ms-powerpoint",
            OFFICE + "presentationml.presentation",
            OFFICE + "presentationml.slideshow",
            OFFICE + "presentationml.template",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
            "application/vnd.ms-powerpoint.template.macroenabled.12");

    private static final List<String> OPEN_DOCUMENTS = List.of(
            OPEN_DOCUMENT + "text",
            OPEN_DOCUMENT + "text-template",
            OPEN_DOCUMENT + "spreadsheet",
            OPEN_DOCUMENT + "spreadsheet-template",
            OPEN_DOCUMENT + "presentation",
            OPEN_DOCUMENT + "presentation-template");

    /** What Tika opens for its properties alone: plans and models hold no text that it knows of. */
    private static final List<String> PROPERTIES_ONLY =
            List.of("application/vnd.ms-project", "application/sldworks", "application/x-tika-msoffice");

    private final Map<String, FormatReader> readers = new HashMap<>();

    Formats() throws IOException {
        addOffice();
        addTexts(new Charsets());
        add(new PdfReader(), List.of(TypeDetector.PDF.toString()));
        add(new DocxReader(), WORD);
        add(new SlidesReader(), SLIDES);
        add(new OdfReader(), OPEN_DOCUMENTS);
        add(new ZipReader(), List.of(MediaType.APPLICATION_ZIP.toString()));
    }

    /** The reader for documents of this type, which is without parameters. */
    Optional<FormatReader> reader(MediaType type) {
        return Optional.ofNullable(readers.get(key(type)));
    }

    private void addTexts(Charsets charsets) {
        var text = new TextReader(charsets);
        var html = new HtmlReader(charsets);
        add(text, List.of(TypeDetector.TEXT.toString()));
        add(html, List.of(TypeDetector.HTML.toString(), TypeDetector.XHTML.toString()));
        add(new MarkdownReader(charsets, html), List.of(TypeDetector.MARKDOWN.toString()));
        add(new CsvReader(charsets), List.of(TypeDetector.CSV.toString(), TypeDetector.TSV.toString()));
        add(new EpubReader(charsets, html), List.of(TypeDetector.EPUB.toString()));
        add(new MailReader(text, html), List.of(TypeDetector.MAIL.toString(), TypeDetector.APPLE_MAIL.toString()));
    }

    private void addOffice() {
        var parsers = List.of(
                new OfficeParser(),
                new OldExcelParser(),
                new OOXMLParser(),
                new Word2006MLParser(),
                new WordMLParser(),
                new SpreadsheetMLParser(),
                new RTFParser(),
                new OneNoteParser(),
                new ChmParser(),
                new JackcessParser());
        parsers.forEach(parser -> add(OfficeReader.ofDocuments(parser), types(parser)));
        var outlook = new OfficeParser();
        add(OfficeReader.ofMails(outlook), List.of("application/vnd.ms-outlook"));
        add(OfficeReader.ofMails(new TNEFParser()), types(new TNEFParser()));
        TypeDetector.PROTECTED_OFFICE.forEach(type -> readers.remove(key(type)));
        PROPERTIES_ONLY.forEach(readers::remove);
    }

    private void add(FormatReader reader, List<String> types) {
        types.forEach(type -> readers.put(type, reader));
    }

    private static List<String> types(Parser parser) {
        return parser.getSupportedTypes(new ParseContext()).stream()
                .map(Formats::key)
                .toList();
    }

    /** Types are compared without their parameters, in lower case. */
    private static String key(MediaType type) {
        return type.getBaseType().toString().toLowerCase(Locale.ROOT);
    }
}
