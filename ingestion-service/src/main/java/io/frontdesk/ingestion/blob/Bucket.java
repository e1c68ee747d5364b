package io.frontdesk.ingestion.blob;

import io.frontdesk.ingestion.blob.BlobConfig.S3;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Originals as objects, named {@code <prefix><tenant>/<document>/<version>}. Every method blocks. */
final class Bucket {
    private static final String TYPE = "application/octet-stream";
    private static final String UUID_PATTERN = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    private final S3Client client;
    private final String name;
    private final String prefix;
    private final Pattern naming;

    Bucket(S3Client client, S3 config) {
        this.client = client;
        this.name = config.bucket().orElseThrow();
        this.prefix = config.prefix().orElse("");
        this.naming = Pattern.compile(Pattern.quote(prefix) + UUID_PATTERN + "/" + UUID_PATTERN + "/(\\d{1,18})");
    }

    /** An object of this bucket that is an original. */
    record Stored(BlobKey key, Instant storedAt) {}

    /** Some of all originals, and where to go on; nowhere after the last. */
    record Page(List<Stored> originals, @Nullable String next) {}

    void put(BlobKey key, Content content) {
        try (var body = new Reopened(content)) {
            client.putObject(
                    request -> request.bucket(name).key(objectName(key)),
                    RequestBody.fromContentProvider(body, content.size(), TYPE));
        }
    }

    byte[] get(BlobKey key) {
        try {
            return client.getObjectAsBytes(request -> request.bucket(name).key(objectName(key)))
                    .asByteArrayUnsafe();
        } catch (NoSuchKeyException e) {
            throw new NoSuchElementException("no original of " + key, e);
        }
    }

    boolean exists(BlobKey key) {
        try {
            client.headObject(request -> request.bucket(name).key(objectName(key)));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    void delete(BlobKey key) {
        client.deleteObject(request -> request.bucket(name).key(objectName(key)));
    }

    /** All there are, a thousand at a time; the first ones where no page was before. */
    Page page(@Nullable String next) {
        var listed = client.listObjectsV2(
                request -> request.bucket(name).prefix(prefix).continuationToken(next));
        return new Page(listed.contents().stream().flatMap(this::original).toList(), listed.nextContinuationToken());
    }

    Stream<Stored> of(UUID tenantId) {
        return under(prefix + tenantId + "/");
    }

    Stream<Stored> of(UUID tenantId, UUID documentId) {
        return under(prefix + tenantId + "/" + documentId + "/");
    }

    private Stream<Stored> under(String beginning) {
        return client.listObjectsV2Paginator(request -> request.bucket(name).prefix(beginning)).contents().stream()
                .flatMap(this::original);
    }

    /** What else lies in the bucket is none of ours. */
    private Stream<Stored> original(S3Object object) {
        Matcher named = naming.matcher(object.key());
        if (!named.matches()) {
            return Stream.empty();
        }
        var key = new BlobKey(
                UUID.fromString(named.group(1)), UUID.fromString(named.group(2)), Long.parseLong(named.group(3)));
        return Stream.of(new Stored(key, object.lastModified()));
    }

    private String objectName(BlobKey key) {
        return "%s%s/%s/%d".formatted(prefix, key.tenantId(), key.documentId(), key.version());
    }
}
