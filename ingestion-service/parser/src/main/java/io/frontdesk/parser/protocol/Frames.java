package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads and writes the messages of the protocol; the same class at both ends. Safe for use by several threads. */
public final class Frames {

    /** A header says little; more than this is another protocol. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final int maxBodyBytes;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Frames whose body may be up to {@code maxBodyBytes} long when read. */
    public Frames(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Writes one message and flushes. */
    public void write(OutputStream out, Object header, byte[] body) throws IOException {
        byte[] head = json.writeValueAsBytes(header);
        var data = new DataOutputStream(out);
        data.writeInt(head.length);
        data.write(head);
        data.writeInt(body.length);
        data.write(body);
        data.flush();
    }

    /** A reply that carries a document. */
    public void write(OutputStream out, ParseReply.Parsed header, ParsedDocument document) throws IOException {
        write(out, header, json.writeValueAsBytes(document));
    }

    /** A reply that carries none. */
    public void write(OutputStream out, ParseReply.Failed header) throws IOException {
        write(out, header, NOTHING);
    }

    /**
     * Reads one message; empty at the end of the stream.
     *
     * @throws IOException when the stream ends within a message, or what it holds is no message of this protocol
     */
    public <H> Optional<Message<H>> read(InputStream in, Class<H> headerType) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length == 0) {
            return Optional.empty();
        }
        H header = json.readValue(part(in, length, MAX_HEADER_BYTES), headerType);
        return Optional.of(new Message<>(header, part(in, in.readNBytes(Integer.BYTES), maxBodyBytes)));
    }

    /** The document that follows a {@link ParseReply.Parsed}. */
    public ParsedDocument document(byte[] body) throws IOException {
        return json.readValue(body, ParsedDocument.class);
    }

    private static byte[] part(InputStream in, byte[] length, int max) throws IOException {
        if (length.length < Integer.BYTES) {
            throw new EOFException("the stream ended within a message");
        }
        int bytes = ByteBuffer.wrap(length).getInt();
        if (bytes < 0 || bytes > max) {
            throw new IOException("a part of " + bytes + " bytes, where at most " + max + " are allowed");
        }
        byte[] part = in.readNBytes(bytes);
        if (part.length < bytes) {
            throw new EOFException("the stream ended within a message");
        }
        return part;
    }
}
