package io.frontdesk.ingestion.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.kit.database.TenantDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OriginalsTest extends ServiceTest {
    private static final int SIZE = 3 * Content.PIECE_BYTES + 7;

    @Inject
    BlobStore blobs;

    @Inject
    TenantDatabase database;

    @Test
    void keepsAnUploadOfSeveralPiecesAsItCame() {
        byte[] file = bytes(SIZE);

        String id = uploaded(file);

        get(id).statusCode(200).body("size_bytes", equalTo(SIZE));
        assertThat(original(new BlobKey(tenant, UUID.fromString(id), 1))).isEqualTo(file);
    }

    @Test
    void doesNotMakeANewVersionOfTheSameFileUploadedAgain() {
        byte[] file = bytes(SIZE);
        String id = uploaded(file);
        file[SIZE - 1]++;

        upload(bytes(SIZE)).body("id", equalTo(id), "version", equalTo(1));
        upload(file).body("id", equalTo(id), "version", equalTo(2));
    }

    @Test
    void forgetsAllVersionsBeforeOne() {
        UUID document = Ids.next();
        for (int version = 1; version <= 3; version++) {
            put(new BlobKey(tenant, document, version), bytes(SIZE));
        }

        await(database.inTransaction(
                tenant, transaction -> blobs.deleteBefore(transaction, new BlobKey(tenant, document, 3))));

        assertThat(original(new BlobKey(tenant, document, 3))).hasSize(SIZE);
        assertThatThrownBy(() -> original(new BlobKey(tenant, document, 2))).isInstanceOf(NoSuchElementException.class);
        assertThat(isStored(new BlobKey(tenant, document, 3))).isTrue();
        assertThat(isStored(new BlobKey(tenant, document, 2))).isFalse();
    }

    private ValidatableResponse upload(byte[] file) {
        return caller().multiPart("file", "noise.bin", file, "application/octet-stream")
                .multiPart("external_id", "noise")
                .post(DOCUMENTS)
                .then()
                .statusCode(202);
    }

    private String uploaded(byte[] file) {
        return upload(file).extract().path("id");
    }

    final void put(BlobKey key, byte[] bytes) {
        await(database.inTransaction(tenant, transaction -> blobs.put(transaction, key, Content.of(bytes))));
    }

    final boolean isStored(BlobKey key) {
        return await(blobs.exists(key));
    }

    private byte[] original(BlobKey key) {
        return await(blobs.get(key)).getBytes();
    }

    static <T> T await(Uni<T> result) {
        return result.await().indefinitely();
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
