package io.frontdesk.ingestion.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where originals are kept. */
@ConfigMapping(prefix = "frontdesk.blobs")
public interface BlobConfig {
    /** The database, beside the documents, or a bucket of an S3-compatible store. */
    @WithDefault("postgres")
    Store store();

    S3 s3();

    /** How often originals are looked for that no document refers to; only in a bucket can there be any. */
    @WithDefault("24h")
    Duration sweepInterval();

    /** The kinds of stores. */
    enum Store {
        POSTGRES,
        S3
    }

    /** An S3-compatible store. */
    interface S3 {
        /** The bucket, which must exist. */
        Optional<String> bucket();

        /** What object names begin with, such as {@code frontdesk/}. */
        Optional<String> prefix();

        /** Where the store is, if not at Amazon. */
        Optional<URI> endpoint();

        /** The region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();

        /** Whether the bucket stands in the path instead of the host's name, as most stores outside Amazon want it. */
        @WithDefault("false")
        boolean pathStyle();

        /** Without a key here, the usual variables of the environment, or the role of the container or machine. */
        Optional<String> accessKeyId();

        /** The secret of the key. */
        Optional<String> secretAccessKey();

        /** How long one call may take, with what is tried again inside it. */
        @WithDefault("30s")
        Duration timeout();
    }
}
