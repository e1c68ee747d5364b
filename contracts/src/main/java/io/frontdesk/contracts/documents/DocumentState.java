package io.frontdesk.contracts.documents;

/** Where a document is in its life, as everybody sees it. */
public enum DocumentState {
    RECEIVED,
    PARSING,
    CHUNKED,
    INDEXING,
    INDEXED,
    FAILED,
    DELETED;

    /** Whether nothing but a new version changes it. */
    public boolean isEnd() {
        return this == INDEXED || this == FAILED || this == DELETED;
    }
}
