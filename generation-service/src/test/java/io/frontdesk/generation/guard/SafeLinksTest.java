package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinksTest {
    private static final Passage SHOP = Passages.passage(
            "Returns",
            "Start",
            Passages.NEAR,
            "Start at https://help.example/returns?step=1, or at https://evil.example/x. Track it at https://track.example/t. "
                    + "Write to care@shop.example.");

    private static final KnownLinks KNOWN =
            KnownLinks.of(List.of(SHOP), "I am bob@mail.example", List.of("track.example"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "See ![x](https://evil.example/a.png?q=secret) here.            | See  here.",
                "![x](//evil.example/a.png)                                     | ``",
                "![a][ref] and ![ref] and ![a] [1]                              |  and  and  [1]",
                "A [click here](https://evil.example/?q=secret) b               | A click here b",
                "A [click](https://evil.example 'title') b                      | A click b",
                "[![x](https://evil.example/a.png)](https://evil.example)       | ``",
                "[a](javascript:alert(1)) b                                     | a b",
                "[a](data:text/html;base64,PHNjcmlwdD4=) b                      | a b",
                "[a](/logout) [b](evil) [c](\\\\evil.example)                   | a b c",
                "Go to https://evil.example/x?q=secret, now                     | Go to , now",
                "Go to www.evil.example/x or evil.example or evil.com.          | Go to  or  or .",
                "Go to HTTPS://EVIL.EXAMPLE and //evil.example/x and ftp://a.b  | Go to  and  and ",
                "Go to 10.0.0.1/admin and http:\\\\evil.example                 | Go to  and ",
                "<a href='https://evil.example'>hi</a><img src=x onerror=y>!    | hi!",
                "<https://evil.example/> <script>x</script> <!-- a > b -->c     |  x c",
                "<img src=https://evil.example/x                                | < img src=",
                "htt<b></b>ps://evil.example/x                                  | htt",
                "hthttps://x.y\"tps://evil.example/x                            | \"",
                "!<b>[x]<i>(//evil.example/x)                                   | ! [x] ()",
                "[x]<b>(/logout)                                                | [x] (/logout)",
                "![a](b <b>[x](/y)                                              | (b x",
                "[ref]: https://evil.example 'x'                                | [ref] :  'x'",
                "> [1]: /logout                                                 | > [1] : /logout",
                "mail evil@evil.example or mailto:evil@evil.example             | mail  or ",
                "\uD83D\uDE00https://evil.example/x\u3002\u8BF7https://evil.example/x\u8BBF\u95EE | \uD83D\uDE00\u8BF7\u8BBF\u95EE"
            })
    void takesOutWhatLeadsElsewhere(String written, String told) {
        String text = Cuts.told(() -> new SafeLinks(KNOWN), written);

        assertThat(text.strip()).isEqualTo(told.strip());
        assertThat(text).doesNotContainIgnoringCase("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You have 30 days [1]. See [1, 2] and [3][4]! Wow![1] [a] [b][c] (d) e",
                "Start at https://help.example/returns?step=1, then [track](https://track.example/t).",
                "The page <https://track.example/t> or https://help.example/returns.",
                "Write to care@shop.example or <care@shop.example>; you are bob@mail.example.",
                "5 < 6 and 7 > 3, <- a, a <3 b <= c, x<5",
                "1. Open `settings`\n2. Press *reset*\n\n- **Done**! (Really!)\n| a | b |\n|---|---|",
                "Use file.txt, e.g. at 10:30, i.e. version 1.2.3. Then: and/or, 24/7, data: none, w/o",
                "End.Then more \\[x\\] ] ) ( [ unclosed (paren",
                "\u4F60\u597D\uFF0C\u4E16\u754C\u3002\u4F60\u597D\u5417\uFF1F",
                "------------------------------------------------------------------------------------"
            })
    void keepsEverythingElse(String text) {
        assertThat(Cuts.told(() -> new SafeLinks(KNOWN), text)).isEqualTo(text);
    }

    @Test
    void knowsNoLinkByAHostThatIsNotTheTenants() {
        assertThat(KNOWN.hold("https://evil.example/x")).isFalse();
        assertThat(KNOWN.hold("https://help.example/returns?step=2")).isFalse();
        assertThat(KNOWN.hold("https://help.example/returns?step=1")).isTrue();
    }

    @Test
    void takesOutWordsThatNobodyReads() {
        String secret = "QUJD".repeat(40);

        assertThat(Cuts.told(() -> new SafeLinks(KNOWN), "It is " + secret + " so."))
                .isEqualTo("It is  so.");
    }

    @Test
    void boundsWhatItHoldsBack() {
        for (String endless :
                List.of("[".repeat(5_000), "![" + "x ".repeat(5_000), "<a" + " b".repeat(5_000), "x".repeat(9_000))) {
            var filter = new SafeLinks(KNOWN);
            int told = 0;
            int fed = 0;
            for (String letter : endless.split("")) {
                told += filter.feed(letter).length();
                fed++;
                assertThat(fed - told).isLessThan(endless.startsWith("x") ? fed + 1 : 2_100);
            }
        }
    }
}
