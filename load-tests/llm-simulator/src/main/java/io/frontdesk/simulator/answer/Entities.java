package io.frontdesk.simulator.answer;

/** A model reads through the escapes of markup. */
final class Entities {
    private Entities() {}

    static String read(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
