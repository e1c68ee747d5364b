package io.frontdesk.parser.protocol;

/**
 * A message as it travels: a header and the bytes that belong to it.
 *
 * @param <H> {@link ParseRequest} towards the program, {@link ParseReply} back
 */
// Bytes are compared by nobody: a message is read once and thrown away.
@SuppressWarnings("ArrayRecordComponent")
public record Message<H>(H header, byte[] body) {}
