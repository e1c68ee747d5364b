package io.frontdesk.kit.tokenizer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'model': {'type': 'Unigram'}}",
                "{'model': {'type': 'WordPiece'}, 'normalizer': {'type': 'Lowercase'}}",
                "{'model': {'type': 'WordPiece'}, 'normalizer': {'type': 'BertNormalizer', 'clean_text': true,"
                        + " 'handle_chinese_chars': true, 'strip_accents': true, 'lowercase': false}}"
            })
    void refusesATokenizerOfAnotherKind(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TokenizerFile.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be used in process");
    }
}
