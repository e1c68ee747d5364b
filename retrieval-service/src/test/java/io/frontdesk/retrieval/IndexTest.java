package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndexTest extends ServiceTest {
    private static final String OLD = "Laptops can be returned within 30 days.";
    private static final String NEW = "Laptops can be returned within 60 days.";

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Test
    void keepsStagedChunksFromSearches() {
        stage(writer(), document, 1, batch("Returns", OLD)).statusCode(204);

        assertThat(texts(search(reader(), "return a laptop"))).isEmpty();
    }

    @Test
    void searchesWhatIsPublishedAndTellsTheTenantsState() {
        long version = index(document, 1, "Returns", OLD);

        search(reader(), "return a laptop")
                .statusCode(200)
                .body("knowledge_version", equalTo((int) version))
                .body("passages[0].text", equalTo(OLD))
                .body("passages[0].document_id", equalTo(document.toString()));
        assertThat(stateVersion()).isEqualTo(version);
    }

    @Test
    void replacesAVersionByItsSuccessor() {
        long first = index(document, 1, "Returns", OLD, "Opened software stays with you.");

        long second = index(document, 2, "Returns", NEW);

        assertThat(second).isGreaterThan(first);
        assertThat(texts(search(reader(), "return a laptop"))).containsExactly(NEW);
        assertThat(stateVersion()).isEqualTo(second);
    }

    @Test
    void saysTheSameToAPublicationThatComesAgain() {
        long first = index(document, 1, "Returns", OLD);

        stage(writer(), document, 1, batch("Returns", OLD)).statusCode(204);
        publish(writer(), document, 1, publication(Map.of("title", "Returns"), 1))
                .statusCode(200)
                .body("knowledge_version", equalTo((int) first))
                .body("chunks", equalTo(1));

        assertThat(texts(search(reader(), "return a laptop"))).containsExactly(OLD);
    }

    @Test
    void replacesABatchThatComesAgainBeforeThePublication() {
        stage(writer(), document, 1, batch("Returns", OLD, "Second.")).statusCode(204);

        index(document, 1, "Returns", NEW, "Second.");

        assertThat(texts(search(reader(), "return a laptop"))).containsExactlyInAnyOrder(NEW, "Second.");
    }

    @Test
    void takesTheBatchesOfADocumentInAnyOrder() {
        stage(writer(), document, 1, Map.of("title", "Returns", "chunks", List.of(chunk(1, "Second."))))
                .statusCode(204);
        stage(writer(), document, 1, Map.of("title", "Returns", "chunks", List.of(chunk(0, "First."))))
                .statusCode(204);

        publish(writer(), document, 1, publication(Map.of("title", "Returns"), 2))
                .statusCode(200)
                .body("chunks", equalTo(2));
    }

    @Test
    void publishesNothingWhereTheNumberOfChunksIsAnother() {
        index(document, 1, "Returns", OLD);
        stage(writer(), document, 2, batch("Returns", NEW)).statusCode(204);

        isConflict(publish(writer(), document, 2, publication(Map.of("title", "Returns"), 2)), "incomplete")
                .body("detail", containsString("2 chunks were announced and 1 are staged"));

        assertThat(texts(search(reader(), "return a laptop"))).containsExactly(OLD);
        assertThat(index(document, 2, "Returns", NEW)).isGreaterThan(1);
    }

    @Test
    void startsAfreshAfterAStageThatWasCutOtherwise() {
        stage(writer(), document, 1, batch("Returns", "One.", "Two.", "Three.")).statusCode(204);
        isConflict(publish(writer(), document, 1, publication(Map.of("title", "Returns"), 2)), "incomplete");

        assertThat(index(document, 1, "Returns", "One. Two.", "Three.")).isEqualTo(1);
    }

    @Test
    void refusesAVersionOlderThanTheOneThatIsSearched() {
        index(document, 2, "Returns", NEW);

        isConflict(stage(writer(), document, 1, batch("Returns", OLD)), "superseded");
        isConflict(publish(writer(), document, 1, publication(Map.of("title", "Returns"), 1)), "superseded");
        isConflict(remove(writer(), document, 1), "superseded");

        assertThat(texts(search(reader(), "return a laptop"))).containsExactly(NEW);
    }

    @Test
    void removesADocument() {
        long published = index(document, 1, "Returns", OLD);

        remove(writer(), document, 2)
                .statusCode(200)
                .body("knowledge_version", equalTo((int) published + 1))
                .body("chunks", equalTo(0));

        assertThat(texts(search(reader(), "return a laptop"))).isEmpty();
        assertThat(stateVersion()).isEqualTo(published + 1);
    }

    @Test
    void saysTheSameToARemovalThatComesAgain() {
        index(document, 1, "Returns", OLD);
        int removed = remove(writer(), document, 2).extract().path("knowledge_version");

        remove(writer(), document, 2).statusCode(200).body("knowledge_version", equalTo(removed));
    }

    @Test
    void keepsOutVersionsThatComeAfterTheirDeletion() {
        stage(writer(), document, 1, batch("Returns", OLD)).statusCode(204);
        remove(writer(), document, 1).statusCode(200).body("chunks", equalTo(0));

        isConflict(publish(writer(), document, 1, publication(Map.of("title", "Returns"), 1)), "deleted");
        isConflict(stage(writer(), document, 1, batch("Returns", OLD)), "deleted");

        assertThat(texts(search(reader(), "return a laptop"))).isEmpty();
        index(document, 2, "Returns", NEW);
        assertThat(texts(search(reader(), "return a laptop"))).containsExactly(NEW);
    }

    @Test
    void leavesADocumentOfTheSameIdInAnotherTenantAlone() {
        index(document, 1, "Returns", OLD);
        String stranger = TestTokens.bearer(Ids.next(), Scope.DOCUMENTS_WRITE);

        remove(stranger, document, 9).statusCode(200);
        index(stranger, document, 10, Map.of("title", "Returns"), NEW);

        assertThat(texts(search(reader(), "return a laptop"))).containsExactly(OLD);
        assertThat(index(document, 2, "Returns", NEW)).isEqualTo(2);
    }

    @Test
    void writesTheStateAgainWhereItWasLost() {
        long version = index(document, 1, "Returns", OLD);
        redis.key().del(TenantState.key(tenant));

        publish(writer(), document, 1, publication(Map.of("title", "Returns"), 1))
                .statusCode(200);

        assertThat(stateVersion()).isEqualTo(version);
    }

    @Test
    void neverLowersTheVersionInTheState() {
        redis.hash(String.class).hset(TenantState.key(tenant), TenantState.KNOWLEDGE_VERSION, "900");

        index(document, 1, "Returns", OLD);

        assertThat(stateVersion()).isEqualTo(900);
    }

    @Test
    void servesPublicationsOfManyDocumentsAtOnce() {
        List<UUID> documents = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next());

        List<Long> versions = documents.parallelStream()
                .map(id -> index(id, 1, "Document", "Some text about " + id))
                .toList();

        assertThat(versions).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(stateVersion()).isEqualTo(6);
    }

    private static ValidatableResponse isConflict(ValidatableResponse response, String reason) {
        return isProblem(response, 409, "conflict").body("reason", equalTo(reason));
    }

    private long stateVersion() {
        return Long.parseLong(redis.hash(String.class).hget(TenantState.key(tenant), TenantState.KNOWLEDGE_VERSION));
    }
}
