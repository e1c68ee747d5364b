package io.frontdesk.contracts;

/** What callers write, and is kept. */
public final class Text {
    private Text() {}

    /**
     * Refuses what PostgreSQL cannot hold.
     *
     * @param field the wire name
     * @throws InvalidField where it holds U+0000
     */
    public static void requireKeepable(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidField(field, "must not contain the character U+0000");
        }
    }
}
