package io.frontdesk.kit.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A {@code tokenizer.json} as the Hugging Face tokenizers write it. Only those of BERT's kind can be followed here. */
public final class TokenizerFile {
    private static final String BUNDLED = "bge-small-en-v1.5-q-tokenizer.json";
    private static final String NORMALIZER = "BertNormalizer";
    private static final String MODEL = "WordPiece";

    private TokenizerFile() {}

    /** The tokenizer of BAAI/bge-small-en-v1.5; whoever opens it closes it. */
    public static InputStream bundled() {
        return Objects.requireNonNull(TokenizerFile.class.getResourceAsStream(BUNDLED), BUNDLED);
    }

    /**
     * Reads a tokenizer, and leaves the stream open.
     *
     * @throws IllegalArgumentException where it is of another kind, or normalises texts in another way
     */
    public static WordPieceTokenizer read(InputStream json) {
        try {
            return tokenizer(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordPieceTokenizer tokenizer(JsonNode file) {
        require("model.type", file.at("/model/type"), MODEL);
        require("normalizer.type", file.at("/normalizer/type"), NORMALIZER);
        require("normalizer.clean_text", file.at("/normalizer/clean_text"), "true");
        require("normalizer.handle_chinese_chars", file.at("/normalizer/handle_chinese_chars"), "true");
        String lowercase = file.at("/normalizer/lowercase").asText();
        JsonNode stripsAccents = file.at("/normalizer/strip_accents");
        if (!stripsAccents.isNull()) {
            require("normalizer.strip_accents", stripsAccents, lowercase);
        }
        return new WordPieceTokenizer(vocabulary(file.at("/model/vocab")), Boolean.parseBoolean(lowercase));
    }

    private static void require(String field, JsonNode value, String supported) {
        if (!value.asText().equals(supported)) {
            throw new IllegalArgumentException("a tokenizer whose %s is %s cannot be used in process, only %s"
                    .formatted(field, value.asText(), supported));
        }
    }

    private static Vocabulary vocabulary(JsonNode pieces) {
        Map<String, Integer> ids = new HashMap<>();
        pieces.properties()
                .forEach(piece -> ids.put(piece.getKey(), piece.getValue().intValue()));
        return new Vocabulary(ids);
    }
}
