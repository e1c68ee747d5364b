package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads and writes the messages of the protocol; the same class at both ends, of the same release: a field that is not known
 * is refused. Nobody at the other end is trusted: memory is taken for bytes that have come, never for bytes that are
 * announced, and what has come is counted before objects are made of it. Safe for use by several threads.
 */
public final class Frames {

    /** A header says little; more than this is another protocol. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    /** Text as JSON in UTF-8, with the frame around each block, takes so much: see {@link Block#weight}. */
    private static final int REPLY_BYTES_PER_CHAR = 4;

    /** Each object and text of a document takes at least so much of its body; again see {@link Block#weight}. */
    private static final int BYTES_PER_VALUE = 16;

    private static final byte[] NOTHING = {};

    private final int maxBodyBytes;
    private final ObjectMapper json = JsonMapper.builder().build();

    /** Frames whose body may be up to {@code maxBodyBytes} long when read. */
    public Frames(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Frames for a client that reads documents of up to {@code maxOutputChars} characters. */
    public static Frames ofReplies(int maxOutputChars) {
        return new Frames(Math.multiplyExact(maxOutputChars, REPLY_BYTES_PER_CHAR));
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
        H header = object(part(in, length, MAX_HEADER_BYTES), headerType);
        return Optional.of(new Message<>(header, part(in, in.readNBytes(Integer.BYTES), maxBodyBytes)));
    }

    /**
     * The document that follows a {@link ParseReply.Parsed}.
     *
     * @throws IOException when the body holds none, or more pieces than text of its size can have
     */
    public ParsedDocument document(byte[] body) throws IOException {
        requireFewValues(body);
        return object(body, ParsedDocument.class);
    }

    private <T> T object(byte[] bytes, Class<T> type) throws IOException {
        T object = json.readValue(bytes, type);
        if (object == null) {
            throw new IOException("null, where there should be an object");
        }
        return object;
    }

    /** A body of empty texts would be ten times as large in memory. */
    private void requireFewValues(byte[] body) throws IOException {
        int max = maxBodyBytes / BYTES_PER_VALUE;
        int values = 0;
        try (var tokens = json.createParser(body)) {
            for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                values += token == JsonToken.START_OBJECT || token.isScalarValue() ? 1 : 0;
                if (values > max) {
                    throw new IOException("a document of more than " + max + " pieces");
                }
            }
        }
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
