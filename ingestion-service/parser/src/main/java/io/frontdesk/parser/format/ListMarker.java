package io.frontdesk.parser.format;

import java.util.Optional;
import java.util.regex.Pattern;

/** The bullet or number at the start of a list item, in formats that have no lists of their own. */
record ListMarker(boolean ordered, String text) {

    private static final Pattern BULLET = Pattern.compile("[•◦▪■●○‣∙·*–-]\\s+(\\S.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\(?(?:\\d{1,3}|[a-z])[.)]\\s+(\\S.*)", Pattern.DOTALL);

    /** The item that begins this text; empty when it begins with no marker. */
    static Optional<ListMarker> of(String text) {
        var bullet = BULLET.matcher(text);
        if (bullet.matches()) {
            return Optional.of(new ListMarker(false, bullet.group(1)));
        }
        var number = NUMBER.matcher(text);
        return number.matches() ? Optional.of(new ListMarker(true, number.group(1))) : Optional.empty();
    }
}
