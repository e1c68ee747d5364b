package io.frontdesk.contracts.documents;

/** What can become of a dead letter that is replayed. */
public enum ReplayOutcome {
    /** Of a dry run: it would be replayed. */
    READY,
    /** Queued again, or taken in; the letter is gone. */
    REPLAYED,
    /** A newer version of the document is there, and this one is not brought back. */
    OVERTAKEN,
    /** There is nothing to replay. */
    ORIGINAL_MISSING,
    /** Nobody knows whose the record is; the operator has to name the tenant. */
    TENANT_UNKNOWN,
    /** Refused again; the letter stays, with the new reason. */
    REFUSED,
    /** Somebody else replays it, or has done so. */
    BUSY
}
