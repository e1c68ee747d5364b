package io.frontdesk.ingestion.blob;

import io.frontdesk.ingestion.blob.BlobConfig.S3;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/** S3Proxy, an S3 server that checks signatures, over objects in memory. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "originals";

    private static final String KEY = "test-key";
    private static final String SECRET = "test-secret";

    private final BlobStoreContext objects;
    private final S3Proxy server;

    private S3Server() throws Exception {
        objects = ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class);
        objects.getBlobStore().createContainerInLocation(null, BUCKET);
        server = S3Proxy.builder()
                .blobStore(objects.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .build();
        server.start();
        Awaitility.await().until(() -> "STARTED".equals(server.getState()));
    }

    static S3Server started() {
        try {
            return new S3Server();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client's configuration; another secret than the server's is refused by it. */
    S3 config(String secret) {
        return new S3() {
            @Override
            public Optional<String> bucket() {
                return Optional.of(BUCKET);
            }

            @Override
            public Optional<String> prefix() {
                return Optional.of("frontdesk/");
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(URI.create("http://127.0.0.1:" + server.getPort()));
            }

            @Override
            public String region() {
                return "eu-west-2";
            }

            @Override
            public boolean pathStyle() {
                return true;
            }

            @Override
            public Optional<String> accessKeyId() {
                return Optional.of(KEY);
            }

            @Override
            public Optional<String> secretAccessKey() {
                return Optional.of(secret);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(30);
            }
        };
    }

    S3 config() {
        return config(SECRET);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        objects.close();
    }
}
