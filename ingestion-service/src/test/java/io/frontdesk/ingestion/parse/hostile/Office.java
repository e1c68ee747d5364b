package io.frontdesk.ingestion.parse.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The least that each format of documents in archives consists of, with one part that is somebody else's. */
enum Office {
    DOCX("word/document.xml", """
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
        <w:p><w:r><w:t>Hello &hostile;</w:t></w:r></w:p></w:body></w:document>\
        """),
    XLSX("xl/worksheets/sheet1.xml", """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Hello &hostile;</t></is></c></row></sheetData></worksheet>\
        """),
    PPTX("ppt/slides/slide1.xml", """
        <p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr>
        <p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr>
        <p:cNvPr id="2" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>
        <a:p><a:r><a:t>Hello &hostile;</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>\
        """),
    ODT("content.xml", """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>
        <text:p>Hello &hostile;</text:p></office:text></office:body></office:document-content>\
        """),
    EPUB("chapter.xhtml", """
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Book</title></head><body>
        <p>Hello &hostile;</p></body></html>\
        """);

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final String part;
    private final String content;

    Office(String part, String content) {
        this.part = part;
        this.content = content;
    }

    String fileName() {
        return "document." + name().toLowerCase(Locale.ROOT);
    }

    /** A document as it should be. */
    byte[] harmless() {
        return with(text -> text.replace("&hostile;", ""));
    }

    /** The part that holds the text, changed. */
    byte[] with(UnaryOperator<String> change) {
        return frame().with(part, change.apply(content)).bytes();
    }

    byte[] with(Markup markup) {
        return with(markup::in);
    }

    /** A gigabyte in place of the text. */
    byte[] bomb() {
        return frame().bomb(part, 1024, (byte) ' ').bytes();
    }

    private Archive frame() {
        return switch (this) {
            case DOCX -> ooxml("wordprocessingml.document.main", part, null);
            case XLSX ->
                ooxml("spreadsheetml.sheet.main", "xl/workbook.xml", "spreadsheetml.worksheet")
                        .with("xl/workbook.xml", """
                            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                            xmlns:r="%s"><sheets><sheet name="Prices" sheetId="1" r:id="r1"/></sheets></workbook>
                            """.formatted(RELATIONS))
                        .with("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            case PPTX ->
                ooxml("presentationml.presentation.main", "ppt/presentation.xml", "presentationml.slide")
                        .with("ppt/presentation.xml", """
                            <p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
                            xmlns:r="%s"><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>
                            """.formatted(RELATIONS))
                        .with("ppt/_rels/presentation.xml.rels", relation("slide", "slides/slide1.xml"))
                        .with("ppt/slides/_rels/slide1.xml.rels", relation("slideLayout", "../slideLayouts/layout.xml"))
                        .with("ppt/slideLayouts/layout.xml", emptySlide("sldLayout"))
                        .with(
                                "ppt/slideLayouts/_rels/layout.xml.rels",
                                relation("slideMaster", "../slideMasters/master.xml"))
                        .with("ppt/slideMasters/master.xml", emptySlide("sldMaster"));
            case ODT -> new Archive().stored("mimetype", ascii("application/vnd.oasis.opendocument.text"));
            case EPUB ->
                new Archive()
                        .stored("mimetype", ascii("application/epub+zip"))
                        .with("META-INF/container.xml", """
                            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                            <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
                            </rootfiles></container>\
                            """)
                        .with("book.opf", """
                            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata
                            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Book</dc:title></metadata><manifest>
                            <item id="c" href="chapter.xhtml" media-type="application/xhtml+xml"/></manifest>
                            <spine><itemref idref="c"/></spine></package>\
                            """);
        };
    }

    private Archive ooxml(String mainType, String main, @Nullable String partType) {
        var parts = override(main, mainType);
        if (partType != null) {
            parts += override(part, partType);
        }
        if (this == PPTX) {
            parts += override("ppt/slideLayouts/layout.xml", "presentationml.slideLayout");
            parts += override("ppt/slideMasters/master.xml", "presentationml.slideMaster");
        }
        return new Archive()
                .with("[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>%s</Types>\
                    """.formatted(parts))
                .with("_rels/.rels", relation("officeDocument", main));
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
    }

    private static String emptySlide(String kind) {
        return """
            <p:%1$s xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr>
            <p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld></p:%1$s>\
            """.formatted(kind);
    }

    private static String relation(String type, String target) {
        return """
            <Relationships xmlns="%s"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>\
            """.formatted(PACKAGE_RELATIONS, RELATIONS, type, target);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
