package io.frontdesk.kit.tokenizer;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * BERT's tokenizer: text is cleaned, an uncased one removes accents and capitals, words are split at white space,
 * punctuation and Chinese characters, and each word becomes the longest pieces that the vocabulary knows, from the left (Devlin et al., "BERT",
 * 2018; WordPiece as in Wu et al., 2016). A text that spells a special token, such as {@code [SEP]}, stays text.
 * Safe for use by several threads.
 */
public final class WordPieceTokenizer {
    private static final int LONGEST_WORD = 100;
    private static final String CONTINUES = "##";

    private final Vocabulary vocabulary;
    private final boolean uncased;
    private final int unknown;
    private final int start;
    private final int end;

    WordPieceTokenizer(Vocabulary vocabulary, boolean uncased) {
        this.vocabulary = vocabulary;
        this.uncased = uncased;
        this.unknown = vocabulary.require("[UNK]");
        this.start = vocabulary.require("[CLS]");
        this.end = vocabulary.require("[SEP]");
    }

    /**
     * The numbers of the text's pieces between those of {@code [CLS]} and {@code [SEP]}.
     *
     * @param limit how many numbers at most; what the text has beyond is left out
     */
    public long[] tokenize(String text, int limit) {
        var tokens = new Tokens(limit - 1);
        tokens.add(start);
        addAll(text, tokens);
        return tokens.endedBy(end);
    }

    /**
     * How many tokens the text itself has, those around it not counted; that of two texts with white space between them is
     * their sum. A word that the vocabulary does not know is one token here, and counts one for each of its characters all
     * the same: it may be a sentence of a script without spaces, and other models read it.
     */
    public int count(String text) {
        var tokens = new Tokens(Integer.MAX_VALUE);
        addAll(text, tokens);
        return tokens.size() + tokens.unread();
    }

    private void addAll(String text, Tokens tokens) {
        String normal = uncased ? uncased(clean(text)) : clean(text);
        int wordFrom = -1;
        for (int i = 0, next; i < normal.length() && !tokens.full(); i = next) {
            int c = normal.codePointAt(i);
            next = i + Character.charCount(c);
            boolean alone = isPunctuation(c) || isChinese(c);
            if (alone || c == ' ') {
                addWord(normal, wordFrom, i, tokens);
                wordFrom = -1;
                if (alone) {
                    addWord(normal, i, next, tokens);
                }
            } else if (wordFrom < 0) {
                wordFrom = i;
            }
        }
        addWord(normal, wordFrom, normal.length(), tokens);
    }

    private void addWord(String text, int from, int to, Tokens tokens) {
        if (from < 0) {
            return;
        }
        if (text.codePointCount(from, to) > LONGEST_WORD) {
            tokens.addUnread(unknown, text.codePointCount(from, to));
            return;
        }
        int before = tokens.size();
        String prefix = "";
        for (int at = from; at < to; prefix = CONTINUES) {
            int pieceEnd = Math.min(to, at + vocabulary.longest());
            Integer id = vocabulary.find(prefix + text.substring(at, pieceEnd));
            while (id == null && --pieceEnd > at) {
                id = vocabulary.find(prefix + text.substring(at, pieceEnd));
            }
            if (id == null) {
                tokens.shortenTo(before);
                tokens.addUnread(unknown, text.codePointCount(from, to));
                return;
            }
            tokens.add(id);
            at = pieceEnd;
        }
    }

    private static String uncased(String clean) {
        if (clean.chars().allMatch(c -> c < 0x80)) {
            return toLowerCase(clean);
        }
        var plain = new StringBuilder(clean.length());
        Normalizer.normalize(clean, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return toLowerCase(plain.toString());
    }

    /** Without control characters, and with plain spaces for all white space. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isSpace(c)) {
                clean.append(' ');
            } else if (!isControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** One character at a time, as the model was trained: {@link String#toLowerCase()} looks at the neighbours of a sigma. */
    private static String toLowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /** A growing list of numbers that takes no more than its limit. */
    private static final class Tokens {
        private final int limit;
        private long[] ids = new long[32];
        private int size;
        private int unread;

        Tokens(int limit) {
            this.limit = limit;
        }

        int size() {
            return size;
        }

        /** Characters of unknown words, beyond those that their tokens count for. */
        int unread() {
            return unread;
        }

        boolean full() {
            return size >= limit;
        }

        void add(int id) {
            if (!full()) {
                append(id);
            }
        }

        void addUnread(int id, int characters) {
            add(id);
            unread += characters - 1;
        }

        void shortenTo(int length) {
            size = length;
        }

        long[] endedBy(int id) {
            append(id);
            return Arrays.copyOf(ids, size);
        }

        private void append(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = id;
        }
    }
}
