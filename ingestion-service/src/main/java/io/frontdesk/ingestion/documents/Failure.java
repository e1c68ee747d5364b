package io.frontdesk.ingestion.documents;

/**
 * Why a document could not be indexed.
 *
 * @param code stable, for programs: {@code corrupt}, {@code unsupported_type}, …
 * @param message for people; never text from an exception
 */
public record Failure(String code, String message) {
    /** As it stands in the API, in events and in dead letters. */
    public String reason() {
        return code + ": " + message;
    }
}
