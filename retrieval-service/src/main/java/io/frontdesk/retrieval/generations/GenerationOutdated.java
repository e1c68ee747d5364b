package io.frontdesk.retrieval.generations;

/** Another generation has become the live one since this instance looked. */
public final class GenerationOutdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GenerationOutdated(Generation searched, int live) {
        super("generation %d was searched, and %d is live".formatted(searched.id(), live), null, false, false);
    }
}
