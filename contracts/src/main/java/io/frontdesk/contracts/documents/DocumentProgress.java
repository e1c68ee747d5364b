package io.frontdesk.contracts.documents;

/** How far the present stage has come. */
public record DocumentProgress(long done, long total, Unit unit) {
    /** What is counted. */
    public enum Unit {
        CHUNKS
    }
}
