/**
 * What the parser program and whoever starts it say to each other, over the program's standard input and output. Nothing
 * here knows Tika: a client depends on this module with all its transitive dependencies excluded, and brings Jackson.
 *
 * <p>Both directions carry messages of two parts, each a 4-byte big-endian length followed by that many bytes:
 *
 * <pre>
 * request:  length, {@link io.frontdesk.parser.protocol.ParseRequest} as JSON;  length, the document's bytes
 * reply:    length, {@link io.frontdesk.parser.protocol.ParseReply} as JSON;    length, {@link
 *           io.frontdesk.parser.protocol.ParsedDocument} as JSON, or no bytes for a failure
 * </pre>
 *
 * One request is answered by exactly one reply, in order, with the same id; the program does one at a time. The end of its
 * standard input ends the program. An end of its output without a reply means that the program died of the document: it
 * is to be started anew, and the document has failed. The program sets no time limit of its own: the client kills it, and
 * reports {@link io.frontdesk.parser.protocol.FailureReason#TIMEOUT}. Standard error carries log lines for people.
 *
 * <p>In a native executable the records need reflection: {@link io.frontdesk.parser.protocol.ParseRequest}, {@link
 * io.frontdesk.parser.protocol.ParsedDocument}, and each record of the two sealed interfaces.
 */
@NullMarked
package io.frontdesk.parser.protocol;

import org.jspecify.annotations.NullMarked;
