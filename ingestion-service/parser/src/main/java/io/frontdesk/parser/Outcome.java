package io.frontdesk.parser;

import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParsedDocument;

/** How one document ended, ready to be sent. */
sealed interface Outcome {

    /** It was read. */
    record Parsed(ParseReply.Parsed header, ParsedDocument document) implements Outcome {}

    /** It cannot be. */
    record Failed(ParseReply.Failed header) implements Outcome {}
}
