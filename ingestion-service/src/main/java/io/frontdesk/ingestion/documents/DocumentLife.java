package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentState;
import java.util.Locale;

/**
 * Where a document is in its life. Only the steps drawn here exist; each is a row update and an event in one transaction.
 *
 * <pre>
 *                   +-- a worker was lost, or tries again --+
 *                   v                                       |
 *   received --> parsing --> chunked --> indexing ----------+
 *      ^            |           |            |
 *      |            +-----------+------------+--> indexed
 *   replaced        |           |            |       (indexing only)
 *  (from any        v           v            v
 *   state)        failed      failed       failed
 *
 *   failed --> received, where it is replayed
 *
 *   any state --> deleted, once the index has forgotten the document
 * </pre>
 */
public sealed interface DocumentLife {
    /** The state as everybody sees it. */
    DocumentState state();

    /** A new version was taken in, from whatever state. */
    default Received replace() {
        return new Received();
    }

    /** The index has forgotten the document. */
    default Deleted delete() {
        return new Deleted();
    }

    /** A life that has not come to rest: a worker begins, or begins again, by parsing. */
    sealed interface UnderWay extends DocumentLife {
        default Parsing parse() {
            return new Parsing();
        }

        default Failed fail(Failure failure, int attempts) {
            return new Failed(failure, state().name().toLowerCase(Locale.ROOT), attempts);
        }
    }

    /** Stored, and waiting for a worker. */
    record Received() implements UnderWay {
        @Override
        public DocumentState state() {
            return DocumentState.RECEIVED;
        }
    }

    /** With the parser program. */
    record Parsing() implements UnderWay {
        @Override
        public DocumentState state() {
            return DocumentState.PARSING;
        }

        public Chunked chunk(int pieces) {
            return new Chunked(pieces);
        }
    }

    /** Parsed, and cut into pieces. */
    record Chunked(int pieces) implements UnderWay {
        @Override
        public DocumentState state() {
            return DocumentState.CHUNKED;
        }

        public Indexing index() {
            return new Indexing(pieces);
        }
    }

    /** On its way into the index. */
    record Indexing(int pieces) implements UnderWay {
        @Override
        public DocumentState state() {
            return DocumentState.INDEXING;
        }

        public Indexed publish(int chunks) {
            return new Indexed(chunks);
        }
    }

    /** Searchable. */
    record Indexed(int chunks) implements DocumentLife {
        @Override
        public DocumentState state() {
            return DocumentState.INDEXED;
        }
    }

    /**
     * Not indexed, and nothing will change that but a new version, or somebody who has it replayed. An older version that was indexed stays searchable.
     *
     * @param stage the state in which it failed
     * @param attempts how often it was tried
     */
    record Failed(Failure failure, String stage, int attempts) implements DocumentLife {
        /** Tried again from the start, as the same version. */
        public Received replay() {
            return new Received();
        }

        @Override
        public DocumentState state() {
            return DocumentState.FAILED;
        }
    }

    /** Forgotten everywhere; its row remains so that its versions go on. */
    record Deleted() implements DocumentLife {
        @Override
        public DocumentState state() {
            return DocumentState.DELETED;
        }
    }
}
