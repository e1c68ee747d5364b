package io.frontdesk.ingestion.chunk;

/**
 * How much of a chunk a text takes up, in words of ordinary length. Stands in for the tokens of the embedding model, of which
 * an ordinary word has about 1.3: a long word, a number or a code counts as several, and so does each character of a script
 * that is written without spaces.
 */
final class TextSize {
    /** Of English and German words in running text, few are longer. */
    private static final int ORDINARY_WORD = 8;

    /** Characters that a word may take with the space around it; more space than that is not for nothing. */
    private static final int ROOMY_WORD = 16;

    private TextSize() {}

    static int of(CharSequence text) {
        int size = 0;
        int run = 0;
        int length;
        for (int at = 0; at < text.length(); at += length) {
            int character = Character.codePointAt(text, at);
            length = Character.charCount(character);
            if (Character.isWhitespace(character)) {
                run = 0;
            } else if (standsAlone(character) || run % ORDINARY_WORD == 0) {
                size++;
                run = 1;
            } else {
                run++;
            }
        }
        return Math.max(size, text.length() / ROOMY_WORD);
    }

    /** Whether a tokeniser makes a token of this character alone, wherever it stands; digits come in pairs or threes. */
    private static boolean standsAlone(int character) {
        return Character.isIdeographic(character)
                || switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }
}
