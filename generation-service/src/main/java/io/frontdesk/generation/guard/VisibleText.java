package io.frontdesk.generation.guard;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Leaves what a reader sees. Taken out are characters that carry text past the eye or turn it around: Unicode's tag characters
 * and further variation selectors, in which whole sentences are hidden; bidirectional controls (CVE-2021-42574); zero width
 * spaces, fillers, control characters and halves of surrogate pairs. Joiners and variation selectors stay where writing needs
 * them, one at a time after a character beyond ASCII: in Persian, in Hindi, in emoji.
 */
public final class VisibleText implements TextFilter {
    private static final int NOTHING = 0;
    private static final int LAST_ASCII = 0x7F;

    /** Interlinear annotations, which are text beside the text. */
    private static final int FIRST_ANNOTATION = 0xFFF9;

    private static final int LAST_ANNOTATION = 0xFFFB;

    private char highSurrogate;
    private int before = NOTHING;

    /** A text without what nobody sees. */
    public static String of(String text) {
        return new VisibleText().whole(text);
    }

    @Override
    public String feed(String delta) {
        var visible = new StringBuilder(delta.length());
        for (int i = 0; i < delta.length(); i++) {
            take(delta.charAt(i), visible);
        }
        return visible.toString();
    }

    /** Half a pair is no character. */
    @Override
    public String finish() {
        highSurrogate = 0;
        before = NOTHING;
        return "";
    }

    private void take(char c, StringBuilder visible) {
        if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            if (highSurrogate != 0) {
                takePoint(Character.toCodePoint(highSurrogate, c), visible);
            }
            highSurrogate = 0;
        } else {
            highSurrogate = 0;
            takePoint(c, visible);
        }
    }

    private void takePoint(int point, StringBuilder visible) {
        if (isJoining(point)) {
            if (before > LAST_ASCII || (point == 0xFE0F && isKeycap(before))) {
                visible.appendCodePoint(point);
            }
            before = NOTHING;
        } else if (!isInvisible(point)) {
            visible.appendCodePoint(point);
            before = point;
        }
    }

    /** Zero width joiner and non-joiner, and the variation selectors that writing uses. */
    private static boolean isJoining(int point) {
        return point == 0x200C || point == 0x200D || (point >= 0xFE00 && point <= 0xFE0F);
    }

    private static boolean isKeycap(int point) {
        return (point >= '0' && point <= '9') || point == '#' || point == '*';
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            case Character.SURROGATE, Character.PRIVATE_USE -> true;
            default ->
                UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || (point >= FIRST_ANNOTATION && point <= LAST_ANNOTATION);
        };
    }
}
