package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.Collection;
import io.frontdesk.retrieval.problem.RetrievalError.Reason;
import io.frontdesk.retrieval.problem.RetrievalError.VersionOutdated;
import org.jspecify.annotations.Nullable;

/**
 * Where a document stands in the index. Versions only ever rise; at the same version a deletion wins over a publication.
 *
 * @param liveVersion the version that is searched
 * @param deletedVersion the version at which the document was last deleted
 * @param collection where its chunks are searched
 * @param chunks how many chunks are searched
 */
record DocumentLife(@Nullable Long liveVersion, @Nullable Long deletedVersion, Collection collection, int chunks) {
    static final DocumentLife UNKNOWN = new DocumentLife(null, null, Collection.KNOWLEDGE, 0);

    /** How many chunks it gives to the tenant's knowledge. */
    int known() {
        return collection == Collection.KNOWLEDGE ? chunks : 0;
    }

    /**
     * Whether a version has still to be published; false where it is live.
     *
     * @throws VersionOutdated where a newer one is live, or it was deleted
     */
    boolean lacks(long version) {
        if (deletedVersion != null && deletedVersion >= version) {
            throw new VersionOutdated(Reason.DELETED, version, deletedVersion);
        }
        refuseOlderThanLive(version);
        return liveVersion == null || liveVersion < version;
    }

    /**
     * Whether a deletion at this version has still to be done; false where it is done.
     *
     * @throws VersionOutdated where a newer version is live
     */
    boolean survives(long version) {
        refuseOlderThanLive(version);
        return liveVersion != null || deletedVersion == null || deletedVersion < version;
    }

    private void refuseOlderThanLive(long version) {
        if (liveVersion != null && liveVersion > version) {
            throw new VersionOutdated(Reason.SUPERSEDED, version, liveVersion);
        }
    }
}
