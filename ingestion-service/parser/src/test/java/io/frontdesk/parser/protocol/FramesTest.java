package io.frontdesk.parser.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final Frames frames = new Frames(1000);
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

    @Test
    void carriesARequestAndTheBytesOfItsDocument() throws IOException {
        var request = new ParseRequest("7", "returns.md", null, 5000);

        frames.write(pipe, request, new byte[] {1, 2, 3});

        var message = frames.read(in(), ParseRequest.class).orElseThrow();
        assertThat(message.header()).isEqualTo(request);
        assertThat(message.body()).containsExactly(1, 2, 3);
    }

    @Test
    void carriesEveryKindOfBlock() throws IOException {
        var document = new ParsedDocument(List.of(
                new Block.Heading(1, "Returns", 1),
                new Block.Paragraph("Thirty days.", 1),
                new Block.ListItem("Pack it.", true, 2, null),
                new Block.TableRow(List.of("Laptop", ""), true, null),
                new Block.Code("a\n  b", null)));

        frames.write(pipe, new ParseReply.Parsed("7", "text/markdown", "Returns", "en"), document);

        var message = frames.read(in(), ParseReply.class).orElseThrow();
        assertThat(message.header()).isEqualTo(new ParseReply.Parsed("7", "text/markdown", "Returns", "en"));
        assertThat(frames.document(message.body())).isEqualTo(document);
    }

    @Test
    void writesTheNamesThatTheProtocolPromises() throws IOException {
        frames.write(pipe, new ParseReply.Failed("7", FailureReason.NO_TEXT, "Nothing there.", null));

        var header = frames.read(in(), JsonNode.class).orElseThrow().header();
        assertThat(header)
                .hasToString(
                        "{\"status\":\"failed\",\"id\":\"7\",\"reason\":\"no_text\",\"message\":\"Nothing there.\"}");
    }

    @Test
    void toleratesFieldsOfALaterVersion() throws IOException {
        var header = "{\"id\":\"7\",\"max_output_chars\":10,\"colour\":\"red\"}".getBytes(StandardCharsets.UTF_8);
        pipe.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
        pipe.writeBytes(header);
        pipe.writeBytes(new byte[4]);

        assertThat(frames.read(in(), ParseRequest.class).orElseThrow().header().id())
                .isEqualTo("7");
    }

    @Test
    void isEmptyAtTheEndOfTheStream() throws IOException {
        assertThat(frames.read(in(), ParseRequest.class)).isEmpty();
    }

    @Test
    void refusesAMessageThatIsCutAnywhere() throws IOException {
        frames.write(pipe, new ParseRequest("7", null, null, 10), new byte[] {1, 2, 3});
        var whole = pipe.toByteArray();

        for (int length = 1; length < whole.length; length++) {
            var cut = new ByteArrayInputStream(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> frames.read(cut, ParseRequest.class)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void refusesABodyBeyondTheLimitBeforeReadingIt() throws IOException {
        frames.write(pipe, new ParseRequest("7", null, null, 10), new byte[1001]);

        assertThatThrownBy(() -> frames.read(in(), ParseRequest.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1001");
    }

    @Test
    void refusesWhatIsNotTheProtocol() {
        pipe.writeBytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> frames.read(in(), ParseRequest.class)).isInstanceOf(IOException.class);
    }

    private ByteArrayInputStream in() {
        return new ByteArrayInputStream(pipe.toByteArray());
    }
}
