package io.frontdesk.contracts.answers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param n the number by which the answer's text refers to it, as {@code [n]}
 * @param url where a customer can read the document, if it is published anywhere
 * @param quote the words of the document
 */
public record Citation(
        int n, UUID documentId, String title, @Nullable String url, String quote) {}
