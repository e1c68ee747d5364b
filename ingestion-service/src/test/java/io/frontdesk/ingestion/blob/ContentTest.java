package io.frontdesk.ingestion.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    private static Vertx vertx;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    Path folder;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.closeAndAwait();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Content.PIECE_BYTES, Content.PIECE_BYTES + 1, 3 * Content.PIECE_BYTES})
    void comesInPiecesOfABoundedSizeAsOftenAsItIsRead(int size) throws IOException {
        byte[] bytes = bytes(size);

        for (Content content : List.of(Content.of(bytes), inFile(bytes))) {
            assertThat(content.size()).isEqualTo(size);
            assertThat(whole(content)).isEqualTo(bytes);
            assertThat(whole(content)).isEqualTo(bytes);
            assertThat(content.open()).hasBinaryContent(bytes);
        }
    }

    private Content inFile(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("upload"), bytes);
        return Content.of(vertx, file, bytes.length);
    }

    private static byte[] whole(Content content) {
        List<Buffer> pieces = content.pieces().collect().asList().await().indefinitely();
        assertThat(pieces).allMatch(piece -> piece.length() <= Content.PIECE_BYTES);
        Buffer whole = Buffer.buffer();
        pieces.forEach(whole::appendBuffer);
        return whole.getBytes();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
