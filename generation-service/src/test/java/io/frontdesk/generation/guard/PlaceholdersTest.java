package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    private static final Set<PersonalData> ALL = EnumSet.allOf(PersonalData.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to anna.o'neil+shop@mail.example.co.uk.        | Write to [EMAIL_1].",
                "jürgen@müller.example, please                        | [EMAIL_1], please",
                "<bob@example.org>                                    | <[EMAIL_1]>",
                "My IBAN is DE89 3704 0044 0532 0130 00, thanks       | My IBAN is [IBAN_1], thanks",
                "gb82west12345698765432                               | [IBAN_1]",
                "NL91-ABNA-0417-1643-00!                              | [IBAN_1]!",
                "Card 4111 1111 1111 1111 was charged                 | Card [CARD_1] was charged",
                "5500-0000-0000-0004                                  | [CARD_1]",
                "amex 378282246310005.                                | amex [CARD_1].",
                "Call +49 (0)30 1234567 now                           | Call [PHONE_1] now",
                "Call 0049 30 1234567                                 | Call [PHONE_1]",
                "Ring 020 7946 0958 or 0800 123 456.                  | Ring [PHONE_1] or [PHONE_2].",
                "(555) 123-4567 is mine                               | [PHONE_1] is mine",
                "555-123-4567                                         | [PHONE_1]",
                "+14155550123                                         | [PHONE_1]"
            })
    void hidesPersonalData(String text, String masked) {
        var placeholders = new Placeholders(ALL);

        assertThat(placeholders.mask(text)).isEqualTo(masked);
        assertThat(Cuts.told(placeholders::putBack, masked)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Within 30 days of delivery, from £49.00 to 1,000,000 pieces",
                "On 2026-11-22, or 22.11.2026, at 10:30",
                "Order 4111111111111112 fails the check",
                "GB82 WEST 1234 5698 7654 33 fails the check",
                "XX82WEST12345698765432 is no country",
                "version 10.0.26100.4349, address 192.168.100.100",
                "ISBN 978-3-16-148410-0",
                "user@localhost and @anna and a@b",
                "A repair takes 5 to 7 working days",
                "Article 100-200, pages 300-400"
            })
    void leavesOtherNumbersAsTheyAre(String text) {
        assertThat(new Placeholders(ALL).mask(text)).isEqualTo(text);
    }

    @Test
    void givesTheSameValueTheSamePlaceholderWhereverItStands() {
        var placeholders = new Placeholders(ALL);

        assertThat(placeholders.mask("From Bob@example.org")).isEqualTo("From [EMAIL_1]");
        assertThat(placeholders.mask("bob@example.org, eve@example.org")).isEqualTo("[EMAIL_1], [EMAIL_2]");
        assertThat(placeholders.count()).isEqualTo(2);
    }

    @Test
    void hidesOnlyWhatIsToBeHidden() {
        var placeholders = new Placeholders(EnumSet.of(PersonalData.PHONE));

        assertThat(placeholders.mask("bob@example.org, 0800 123 456")).isEqualTo("bob@example.org, [PHONE_1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ask [EMAIL_1][1] or [EMAIL\\_1].    | Ask bob@example.org[1] or bob@example.org.",
                "[EMAIL_2] [EMAIL_ [[EMAIL_1]] [E    | [EMAIL_2] [EMAIL_ [bob@example.org] [E",
                "[EMAILS_1] [email_1] EMAIL_1 [1]    | [EMAILS_1] [email_1] EMAIL_1 [1]",
                "[a][EMAIL_1](mailto:[EMAIL_1])      | [a]bob@example.org(mailto:bob@example.org)"
            })
    void putsBackWhatIsAPlaceholderAndNothingElse(String written, String told) {
        var placeholders = new Placeholders(ALL);
        placeholders.mask("bob@example.org");

        assertThat(Cuts.told(placeholders::putBack, written)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ring 020 7946 0958 or bob@example.org now | Ring [PHONE_1] or [EMAIL_1] now",
                "Ring 020 7946 0958 or bob@example.org     | Ring [PHONE_1] or [EMAIL_1]",
                "Ring 020 7946 0958 or bob@exa             | Ring [PHONE_1] or",
                "Ring 020 7946 0958 or b                   | Ring [PHONE_1] or",
                "Ring 020 7946 09                          | Ring",
                "Ring 020                                  | Ring",
                "Ring me in 2020                           | Ring me in 2020",
                "Ring 0800 123 456 too                     | Ring [PHONE_2] too"
            })
    void hidesAgainWhatWasPutBackUpToAValueThatIsNotWhole(String told, String masked) {
        var placeholders = new Placeholders(ALL);
        placeholders.mask("020 7946 0958, bob@example.org");

        assertThat(placeholders.maskBeginning(told)).isEqualTo(masked);
    }

    @Test
    void readsALongTextInOneGo() {
        String text = "a.".repeat(20_000) + "1 ".repeat(20_000) + "+1".repeat(5_000) + "DE89".repeat(5_000);

        assertThat(new Placeholders(ALL).mask(text)).isNotEmpty();
    }
}
