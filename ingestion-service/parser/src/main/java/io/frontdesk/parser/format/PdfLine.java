package io.frontdesk.parser.format;

/**
 * One line on a page, with the little that tells a heading from a paragraph.
 *
 * @param page from 1
 * @param start where it begins, in points from the left edge
 * @param end where it ends, in points from the left edge
 * @param y its base line, in points from the top edge
 * @param size of its letters, in points, on average
 * @param bold all of it
 */
record PdfLine(int page, String text, float start, float end, float y, float size, boolean bold) {

    /** About as wide as the first word would be at the end of another line, with the space before it. */
    float firstWordWidth() {
        int space = text.indexOf(' ');
        int letters = space < 0 ? text.length() : space + 1;
        return (end - start) * letters / text.length();
    }

    /** How far below the other line this one stands; negative when it is above, as at the top of a column. */
    float below(PdfLine other) {
        return y - other.y;
    }

    /** This line with a marker before it. */
    PdfLine after(PdfLine marker) {
        return new PdfLine(page, marker.text() + " " + text, marker.start(), end, y, size, bold);
    }
}
