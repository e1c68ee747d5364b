package io.frontdesk.generation.classify;

/** Messages without a word. */
final class Emoji {
    /** Thumbs up, clapping, folded hands, hearts, smiles, a wave, a tick. */
    private static final String FRIENDLY =
            "\uD83D\uDC4D\uD83D\uDC4F\uD83D\uDE4F\u2764\uD83D\uDC95\uD83D\uDE0A\uD83D\uDE42\uD83D\uDE00"
                    + "\uD83D\uDE03\uD83D\uDE04\uD83D\uDE01\uD83D\uDC4B\u2705\uD83D\uDC4C\uD83E\uDD1D\uD83C\uDF89\uD83D\uDE0D\u263A";

    private Emoji() {}

    static boolean isFriendly(String message) {
        return message.codePoints().anyMatch(point -> point > 0x7F && FRIENDLY.indexOf(point) >= 0)
                || message.contains(":)")
                || message.contains(":-)");
    }
}
