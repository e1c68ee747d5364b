package io.frontdesk.ingestion.watch;

import io.frontdesk.contracts.documents.DocumentStatus;

/** What a reader is sent. */
sealed interface Signal {
    /** Whether nothing comes after it. */
    default boolean isLast() {
        return false;
    }

    /**
     * An event.
     *
     * @param revision never falls over the life of a document
     */
    record Told(String name, long revision, DocumentStatus status) implements Signal {
        @Override
        public boolean isLast() {
            return !name.equals(DocumentStatus.PROGRESS) && status.state().isEnd();
        }
    }

    /** Nothing has happened, and the connection is alive. */
    record Beat() implements Signal {}

    /** There is no more from this replica, though the document goes on; it is not sent. */
    record Leave() implements Signal {
        @Override
        public boolean isLast() {
            return true;
        }
    }
}
