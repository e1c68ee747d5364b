package io.frontdesk.ingestion.intake;

/** A record that can never become a document. */
final class IntakeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Refuses a record.
     *
     * @param code stable, for programs
     * @param sentence for people; never holds a credential
     */
    IntakeRefused(String code, String sentence) {
        super(code + ": " + sentence, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
