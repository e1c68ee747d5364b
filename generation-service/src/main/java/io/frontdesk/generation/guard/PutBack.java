package io.frontdesk.generation.guard;

import java.util.Map;
import java.util.regex.Pattern;

/** Puts values back in place of their placeholders. Holds back what may yet become one, which is a few characters. */
final class PutBack implements TextFilter {
    private static final int LONGEST = 16;

    /** The beginning of any placeholder; writers of Markdown put a backslash before an underscore. */
    private static final Pattern BEGINNING = Pattern.compile("\\[(?:[A-Z]+(?:\\\\?(?:_\\d*)?)?)?");

    private final Map<String, String> values;
    private final StringBuilder held = new StringBuilder();

    PutBack(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public String feed(String delta) {
        if (values.isEmpty()) {
            return delta;
        }
        var told = new StringBuilder();
        for (int i = 0; i < delta.length(); i++) {
            take(delta.charAt(i), told);
        }
        return told.toString();
    }

    @Override
    public String finish() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }

    private void take(char c, StringBuilder told) {
        if (held.isEmpty() && c != '[') {
            told.append(c);
            return;
        }
        if (c == '[') {
            told.append(held);
            held.setLength(0);
        }
        held.append(c);
        if (c == ']') {
            String placeholder = held.toString().replace("\\", "");
            told.append(values.getOrDefault(placeholder, held.toString()));
            held.setLength(0);
        } else if (held.length() > LONGEST || !BEGINNING.matcher(held).matches()) {
            told.append(held);
            held.setLength(0);
        }
    }
}
