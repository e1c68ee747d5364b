package io.frontdesk.ingestion.dead;

/**
 * Why something became a dead letter.
 *
 * @param code stable, for programs
 * @param reason the code and a sentence for people; never holds a credential, nor text from an exception
 */
public record Refusal(String code, String reason) {
    private static final int LONGEST = 1_000;

    public Refusal {
        String clean = reason.replace("\0", "");
        reason = clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
