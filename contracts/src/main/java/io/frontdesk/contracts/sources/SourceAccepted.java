package io.frontdesk.contracts.sources;

import java.util.UUID;

/** The answer to a source that was taken in: it is stored, and will be read. */
public record SourceAccepted(UUID id) {}
