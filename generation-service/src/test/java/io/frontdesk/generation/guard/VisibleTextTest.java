package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zero\u200Bwidth",
                "Zero\u2060width",
                "Zero\uFEFFwidth",
                "Zero\u00ADwidth",
                "Zero\u202Ewidth",
                "Zero\u2067width\u2069",
                "Zero\u0000width\u001B",
                "Zero\u200Dwidth",
                "Zero\u200C\u200D\u200Cwidth",
                "Zero\uD800width",
                "Zero\uDC00width",
                "Zero\uFFF9width\uFFFB",
                "Zero\uE000width",
                "Zero\uFE0Fwidth",
                "Zero\uDB40\uDC49\uDB40\uDC67width",
                "Zero\uDB40\uDD00\uDB40\uDD2Fwidth"
            })
    void takesOutWhatNobodySees(String text) {
        assertThat(Cuts.told(VisibleText::new, text)).isEqualTo("Zerowidth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain text,\n\twith lines\r\n",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0915\u094D\u200D\u0937",
                "\uD83D\uDC69\u200D\uD83D\uDCBB and \u2764\uFE0F and 1\uFE0F\u20E3",
                "na\u00EFve \u65E5\u672C\u8A9E",
                ""
            })
    void keepsWhatWritingNeeds(String text) {
        assertThat(Cuts.told(VisibleText::new, text)).isEqualTo(text);
    }

    @Test
    void leavesNoRoomForAMessageInJoiners() {
        String hidden = "\u00E9" + "\u200D\u200C".repeat(50);

        assertThat(VisibleText.of(hidden)).hasSize(2);
    }
}
