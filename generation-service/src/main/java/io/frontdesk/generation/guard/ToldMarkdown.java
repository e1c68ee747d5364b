package io.frontdesk.generation.guard;

/** Markdown as it is told, in which what stands on both sides of something dropped makes nothing new. */
final class ToldMarkdown {
    private final StringBuilder text = new StringBuilder();
    private char last = '\n';
    private boolean dropped;
    private boolean lineSaysSomething;

    void append(String more) {
        if (more.isEmpty()) {
            return;
        }
        if (dropped
                && ("]!<".indexOf(last) >= 0 || "[(".indexOf(more.charAt(0)) >= 0)
                && !Character.isWhitespace(last)) {
            text.append(' ');
        }
        dropped = false;
        text.append(more);
        last = more.charAt(more.length() - 1);
        int line = more.lastIndexOf('\n');
        lineSaysSomething = (lineSaysSomething && line < 0)
                || more.substring(line + 1).chars().anyMatch(Character::isLetter);
    }

    /** Something that stood here is gone. */
    void dropped() {
        dropped = true;
    }

    /** Nothing but marks of quotes and lists stands before. */
    boolean isAtBeginningOfLine() {
        return !lineSaysSomething;
    }

    /** What was told since this was asked last. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
