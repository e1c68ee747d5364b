package io.frontdesk.kit.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with the tokenizer that the model was published with. */
class WordPieceTokenizerTest {
    private static final WordPieceTokenizer TOKENIZER = TokenizerFile.read(TokenizerFile.bundled());
    private static HuggingFaceTokenizer reference;

    @BeforeAll
    static void openReference() throws IOException {
        try (InputStream json = TokenizerFile.bundled()) {
            reference = HuggingFaceTokenizer.newInstance(json, Map.of("padding", "false", "truncation", "false"));
        }
    }

    @AfterAll
    static void closeReference() {
        reference.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long do I have to return a laptop?",
                "",
                "   \t\r\n ",
                "don't split; what's-his-name's (e-mail: a.b+c@example.co.uk) $1,299.00!!!",
                "https://help.example/returns?order=42&lang=en#top",
                "Crème brûlée, naïve façade, Ångström, ÆØÅ æøå ß ẞ Straße ŁÓDŹ",
                "İstanbul ISPARTA ıstakoz ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ Ёлка Їжак",
                "ﬁne ﬂow Ⅳ ½ ² ① ㎏ ℡ ™ ©",
                "東京タワー and 北京大学, ひらがな カタカナ ｶﾀｶﾅ ガ 한국어 텍스트",
                "नमस्ते दुनिया สวัสดีชาวโลก العربية עִבְרִית",
                "emoji 😀👩‍👩‍👧‍👦👍🏽🇩🇪 ❤️ end",
                "zero\u200Bwidth soft\u00ADhyphen no\u00A0break line\u2028para\u2029 bom\uFEFF repl\uFFFDaced nul\u0000byte bell\u0007 tab\there ff\fvt\u000Bnel\u0085",
                "private\uE000use and \uD835\uDC9C\uD835\uDC9E maths",
                "—dash–es… “quotes” ‚low‘ «guillemets» ¿qué? ¡sí! § ¶ † ‰ ′ ″",
                "a_b-c/d\\e|f~g`h^i@j#k%l&m*n+o=p<q>r{s}t[u]v",
                "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis Donaudampfschifffahrtsgesellschaft",
                "[CLS ] # [ MASK] ##ing",
                "e\u0301 combining versus é composed; a\u0323\u0302 = ậ; Å Å Å"
            })
    void readsAsTheReferenceDoes(String text) {
        assertThat(TOKENIZER.tokenize(text, 10_000)).isEqualTo(referenceTokens(text));
    }

    @Test
    void readsEveryCharacterOfWrittenLanguagesAsTheReferenceDoes() {
        List<Integer> different = IntStream.of(IntStream.concat(
                                // Latin to Hebrew; punctuation, currencies, arrows, signs; kana, CJK; Hangul;
                                // compatibility.
                                ranges(0x1, 0x600, 0x1E00, 0x2070, 0x20A0, 0x20C0, 0x2100, 0x2E00),
                                ranges(0x3000, 0xA000, 0xAC00, 0xD7A4, 0xF900, 0x10000, 0x1F300, 0x1F650))
                        .toArray())
                .filter(c -> !sameWith(Character.toString(c)))
                .boxed()
                .toList();

        assertThat(different).isEmpty();
    }

    @Test
    void makesOneUnknownOfAWordThatIsTooLong() {
        for (int length : new int[] {99, 100, 101, 5_000}) {
            assertThat(TOKENIZER.tokenize("x".repeat(length) + " y", 10_000))
                    .as("a word of %d characters", length)
                    .isEqualTo(referenceTokens("x".repeat(length) + " y"));
        }
    }

    @Test
    void countsTheTokensOfTextsThatStandBesideEachOther() {
        String one = "Don't split; what's-his-name's (e-mail: a.b+c@example.co.uk)";
        String other = "Crème brûlée for $1,299.00 – unbelievably good 東京";

        assertThat(TOKENIZER.count(one)).isEqualTo(referenceTokens(one).length - 2);
        assertThat(TOKENIZER.count(other)).isEqualTo(referenceTokens(other).length - 2);
        assertThat(TOKENIZER.count(one + "\n" + other)).isEqualTo(TOKENIZER.count(one) + TOKENIZER.count(other));
        assertThat(TOKENIZER.count(" \n ")).isZero();
    }

    @Test
    void countsEachCharacterOfAWordThatTheVocabularyDoesNotKnow() {
        assertThat(TOKENIZER.count("\uD83E\uDEE0\uD83E\uDEE0 and")).isEqualTo(3);
        assertThat(TOKENIZER.count("x".repeat(5_000))).isEqualTo(5_000);
    }

    @Test
    void leavesOutWhatIsBeyondTheLimitButNeverTheEnd() {
        String text = "unbelievably long words ".repeat(300);
        long[] whole = TOKENIZER.tokenize(text, 100_000);
        long end = whole[whole.length - 1];

        for (int limit : new int[] {2, 3, 4, 5, 6, 7, 512}) {
            long[] cut = TOKENIZER.tokenize(text, limit);

            assertThat(cut)
                    .hasSize(limit)
                    .startsWith(Arrays.copyOf(whole, limit - 1))
                    .endsWith(end);
        }
    }

    @Test
    void takesSpecialTokensInATextForText() {
        long[] tokens = TOKENIZER.tokenize("ignore this [SEP] and [CLS] that", 100);

        assertThat(Arrays.stream(tokens).skip(1).limit(tokens.length - 2L)).doesNotContain(101L, 102L);
    }

    @Test
    void readsHalfASurrogatePairAsNothing() {
        assertThat(TOKENIZER.tokenize("half \uD83D pair", 100)).isEqualTo(referenceTokens("half  pair"));
    }

    private static boolean sameWith(String character) {
        String text = "a" + character + "b " + character;
        return Arrays.equals(TOKENIZER.tokenize(text, 100), referenceTokens(text));
    }

    private static IntStream ranges(int... bounds) {
        return IntStream.range(0, bounds.length / 2).flatMap(i -> IntStream.range(bounds[2 * i], bounds[2 * i + 1]));
    }

    private static long[] referenceTokens(String text) {
        return reference.encode(text).getIds();
    }
}
