package io.frontdesk.ingestion.blob;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same of originals in a bucket, and what only there is a matter of its own. */
@QuarkusTest
@TestProfile(S3Profile.class)
class OriginalsInS3Test extends OriginalsTest {
    @Inject
    OrphanStore orphans;

    @Test
    void readsThemAgainForTheParser() {
        String id = submitted("read again", "From the bucket to the index.");

        awaitState(id, "indexed");
    }

    @Test
    void forgetsThoseOfATenantThatIsRemoved() {
        var key = new BlobKey(tenant, Ids.next(), 1);
        put(key, bytes(10));

        given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .delete("/internal/v1/tenants/" + tenant)
                .then()
                .statusCode(204);

        assertThat(isStored(key)).isFalse();
    }

    @Test
    void knowsWhichOnesNoDocumentRefersTo() {
        String id = submitted("kept", "Stays.");
        awaitState(id, "indexed");
        String gone = submitted("gone", "Goes.");
        awaitState(gone, "indexed");
        caller().delete(DOCUMENTS + "/" + gone).then().statusCode(204);
        var neverCommitted = new BlobKey(tenant, UUID.fromString(id), 2);
        var ofDeleted = new BlobKey(tenant, UUID.fromString(gone), 1);
        var ofNone = new BlobKey(tenant, Ids.next(), 1);

        var found = await(orphans.among(
                tenant, List.of(new BlobKey(tenant, UUID.fromString(id), 1), neverCommitted, ofDeleted, ofNone)));

        assertThat(found).containsExactlyInAnyOrder(neverCommitted, ofDeleted, ofNone);
    }
}
