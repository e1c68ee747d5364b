package io.frontdesk.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Sha256;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartDigestTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
    void isTheSameWhateverTheBoundaryAndHoweverItComes(int piece) {
        assertThat(digest("----other1234", "30 days - or --- more", piece))
                .isEqualTo(digest("b", "30 days - or --- more", 10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 days - or --- more", "30 days - or --- mor", "30 days - or ---- more", ""})
    void isAnotherForAnotherFile(String file) {
        assertThat(digest("b", file, 5)).isNotEqualTo(digest("b", "30 days - or --- more", 5));
    }

    private static byte[] digest(String boundary, String file, int piece) {
        var digest = new MultipartDigest(Sha256.digest(), "multipart/form-data; boundary=\"" + boundary + "\"");
        String body = "--%1$s\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%2$s\r\n--%1$s--\r\n"
                .formatted(boundary, file);
        for (int from = 0; from < body.length(); from += piece) {
            digest.add(Buffer.buffer(body.substring(from, Math.min(body.length(), from + piece))));
        }
        return digest.end();
    }
}
