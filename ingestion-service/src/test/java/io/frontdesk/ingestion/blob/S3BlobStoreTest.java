package io.frontdesk.ingestion.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3BlobStoreTest {
    /** A store outside the database takes no part in its transactions. */
    private static final SqlConnection NO_TRANSACTION = SqlConnection.newInstance(null);

    private static Vertx vertx;
    private static S3Server server;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    Path folder;

    private final UUID tenant = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();
    private final List<BlobKey> asked = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = S3Server.started();
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.closeAndAwait();
    }

    @Test
    void givesBackWhatItWasGivenFromAFileAndFromMemory() throws Exception {
        byte[] bytes = bytes(5 * Content.PIECE_BYTES + 3);
        Path file = Files.write(folder.resolve("upload"), bytes);
        var store = store(server.config(), Duration.ZERO);

        await(store.put(NO_TRANSACTION, key(1), Content.of(vertx, file, bytes.length)));
        await(store.put(NO_TRANSACTION, key(2), Content.of(bytes)));

        assertThat(original(store, key(1))).isEqualTo(bytes);
        assertThat(original(store, key(2))).isEqualTo(bytes);
    }

    @Test
    void overwritesWhatATransactionThatFailedLeft() {
        var store = store(server.config(), Duration.ZERO);
        put(store, key(1), "left over");

        put(store, key(1), "committed");

        assertThat(original(store, key(1))).asString().isEqualTo("committed");
    }

    @Test
    void saysThatThereIsNoSuchOriginal() {
        var store = store(server.config(), Duration.ZERO);

        assertThatThrownBy(() -> original(store, key(9))).isInstanceOf(NoSuchElementException.class);
        assertThat(await(store.exists(key(9)))).isFalse();
    }

    @Test
    void forgetsAllVersionsOfADocumentBeforeOne() {
        var store = store(server.config(), Duration.ZERO);
        var ofAnother = new BlobKey(tenant, UUID.randomUUID(), 1);
        put(store, ofAnother, "of another document");
        for (int version = 1; version <= 12; version++) {
            put(store, key(version), "version " + version);
        }

        await(store.deleteBefore(NO_TRANSACTION, key(11)));

        assertThat(stored()).containsExactlyInAnyOrder(ofAnother, key(11), key(12));
    }

    @Test
    void forgetsATenantAndNoOther() {
        var store = store(server.config(), Duration.ZERO);
        var ofAnother = new BlobKey(UUID.randomUUID(), document, 1);
        put(store, ofAnother, "theirs");
        put(store, key(1), "mine");

        await(store.deleteAll(tenant));

        assertThat(stored()).isEmpty();
        assertThat(original(store, ofAnother)).asString().isEqualTo("theirs");
    }

    @Test
    void sweepsWhatNoDocumentRefersTo() {
        var store = store(server.config(), Duration.ofHours(2));
        put(store, key(1), "needed");
        put(store, key(2), "never committed");

        await(store.sweep());

        assertThat(stored()).containsExactly(key(1));
        assertThat(asked).contains(key(1), key(2));
    }

    @Test
    void sweepsNothingWhoseTransactionMayStillBeUnderWay() {
        var store = store(server.config(), Duration.ZERO);
        put(store, key(2), "about to be committed");

        await(store.sweep());

        assertThat(stored()).containsExactly(key(2));
        assertThat(asked).isEmpty();
    }

    @Test
    void failsWhereTheStoreRefusesItsKey() {
        var refused = store(server.config("another secret"), Duration.ZERO);

        assertThatThrownBy(() -> put(refused, key(1), "no")).isInstanceOf(S3Exception.class);
        await(refused.deleteBefore(NO_TRANSACTION, key(1)));
        assertThat(new BlobErrorMapper()
                        .unreachable(S3Exception.builder().message("refused").build())
                        .getStatus())
                .isEqualTo(503);
    }

    /** All second versions are orphans. */
    private S3BlobStore store(BlobConfig.S3 config, Duration later) {
        OrphanStore orphans = (owner, originals) -> {
            asked.addAll(originals);
            return Uni.createFrom()
                    .item(originals.stream().filter(key -> key.version() == 2).toList());
        };
        return new S3BlobStore(bucket(config), orphans, Clock.offset(Clock.systemUTC(), later), vertx);
    }

    private static Bucket bucket(BlobConfig.S3 config) {
        return new Bucket(S3Clients.client(config), config);
    }

    private BlobKey key(int version) {
        return new BlobKey(tenant, document, version);
    }

    private List<BlobKey> stored() {
        return bucket(server.config()).of(tenant).map(Bucket.Stored::key).toList();
    }

    private static void put(S3BlobStore store, BlobKey key, String text) {
        await(store.put(NO_TRANSACTION, key, Content.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] original(S3BlobStore store, BlobKey key) {
        return await(store.get(key)).getBytes();
    }

    private static <T> T await(Uni<T> result) {
        return result.await().atMost(Duration.ofSeconds(60));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
