package io.frontdesk.ingestion.parse.hostile;

import java.util.List;

/** Sheets and documents as large as their formats allow, which is larger than any memory. */
final class HostileSheets {
    private static final int ROWS = 1_048_576;

    private HostileSheets() {}

    static List<HostileDocument> all() {
        return List.of(
                HostileDocument.of(
                                "a sheet of 1,048,576 rows", "rows.xlsx", HostileSheets::rows, "too_large", "timeout")
                        .inShort(),
                HostileDocument.of(
                        "a cell at the far end of a sheet", "far.xlsx", HostileSheets::far, "parsed", "too_large"),
                HostileDocument.of(
                        "an ODT of tables 5,000 deep",
                        "deep.odt",
                        () -> deep(Office.ODT, "<text:p>", "</text:p>"),
                        "parsed",
                        "corrupt",
                        "too_large"),
                HostileDocument.of(
                        "a DOCX of tables 5,000 deep",
                        "deep.docx",
                        () -> deep(Office.DOCX, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
                        "parsed",
                        "corrupt",
                        "too_large",
                        "no_text"));
    }

    private static byte[] rows() {
        var rows = new StringBuilder(64 * ROWS);
        for (int i = 1; i <= ROWS; i++) {
            rows.append("<row r=\"")
                    .append(i)
                    .append("\"><c r=\"A")
                    .append(i)
                    .append("\"><v>")
                    .append(i)
                    .append("</v></c></row>");
        }
        return Office.XLSX.with(sheet -> sheet.replace("&hostile;", "")
                .replace("</sheetData>", rows.toString().replace("r=\"1\"", "r=\"2\"") + "</sheetData>"));
    }

    private static byte[] far() {
        return Office.XLSX.with(sheet -> sheet.replace("&hostile;", "")
                .replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"));
    }

    private static byte[] deep(Office format, String open, String close) {
        int levels = 5000;
        return format.with(document -> document.replace("&hostile;", "")
                .replace("Hello", "Hello")
                .replaceFirst("(<w:p>|<text:p>)", open.repeat(levels) + "$1")
                .replaceFirst("(</w:p>|</text:p>)", "$1" + close.repeat(levels)));
    }
}
