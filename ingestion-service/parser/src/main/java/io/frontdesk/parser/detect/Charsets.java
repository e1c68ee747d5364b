package io.frontdesk.parser.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.detect.CompositeEncodingDetector;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;

/** Finds the charset of a text. */
public final class Charsets {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final EncodingDetector ofText =
            new CompositeEncodingDetector(List.of(new UniversalEncodingDetector(), new Icu4jEncodingDetector()));
    private final EncodingDetector ofHtml = new CompositeEncodingDetector(
            List.of(new HtmlEncodingDetector(), new UniversalEncodingDetector(), new Icu4jEncodingDetector()));

    /** The text that these bytes stand for, without a byte order mark. */
    public String decode(byte[] text) throws IOException {
        var decoded = new String(text, detect(text, ofText));
        return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }

    /** The charset of a page, which may declare one. */
    public Charset ofHtml(byte[] page) throws IOException {
        return detect(page, ofHtml);
    }

    private static Charset detect(byte[] text, EncodingDetector detector) throws IOException {
        // Bytes beyond ASCII that happen to be UTF-8 are UTF-8, whatever statistics or a declaration say.
        if (isUtf8(text)) {
            return StandardCharsets.UTF_8;
        }
        var charset = detector.detect(new ByteArrayInputStream(text), new Metadata());
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    private static boolean isUtf8(byte[] text) {
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return decoded.length() < text.length;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
