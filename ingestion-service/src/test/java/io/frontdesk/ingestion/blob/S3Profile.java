package io.frontdesk.ingestion.blob;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A replica that keeps originals in a bucket. */
public class S3Profile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /** The bucket. */
    public static class Server implements QuarkusTestResourceLifecycleManager {
        @SuppressWarnings("NullAway.Init") // Set by start.
        private S3Server server;

        @Override
        public Map<String, String> start() {
            server = S3Server.started();
            var config = server.config();
            return Map.of(
                    "frontdesk.blobs.store",
                    "s3",
                    "frontdesk.blobs.s3.bucket",
                    S3Server.BUCKET,
                    "frontdesk.blobs.s3.endpoint",
                    config.endpoint().orElseThrow().toString(),
                    "frontdesk.blobs.s3.path-style",
                    "true",
                    "frontdesk.blobs.s3.access-key-id",
                    config.accessKeyId().orElseThrow(),
                    "frontdesk.blobs.s3.secret-access-key",
                    config.secretAccessKey().orElseThrow());
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
