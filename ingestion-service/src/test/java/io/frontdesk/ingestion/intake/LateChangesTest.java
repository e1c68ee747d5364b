package io.frontdesk.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Changes that arrive in any order, through the database and to the index. */
@QuarkusTest
class LateChangesTest extends ServiceTest {
    private static final List<String> UPSERTS_AND_A_DELETION = List.of("+1", "+2", "+3", "-2");

    @Inject
    Intake intake;

    @Test
    void indexesTheLatestVersionInWhateverOrderTheyArrive() {
        List<String> documents = arriveInEveryOrder(UPSERTS_AND_A_DELETION);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, Map<String, Object>> found = listedById();
            assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(documents);
            assertThat(found.values()).allSatisfy(document -> {
                assertThat(document).containsEntry("state", "indexed").containsEntry("size_bytes", 3);
            });
        });
    }

    @Test
    void endsDeletedInWhateverOrderTheyArrive() {
        var changes = new ArrayList<>(UPSERTS_AND_A_DELETION);
        changes.add("-4");
        arriveInEveryOrder(changes);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(listedById())
                .isEmpty());
    }

    /** Every order as a document of its own, each change of it twice. */
    private List<String> arriveInEveryOrder(List<String> changes) {
        List<String> documents = new ArrayList<>();
        List<Uni<Void>> arrivals = new ArrayList<>();
        for (List<String> order : Histories.ordersOf(changes)) {
            String externalId = String.join(" ", order);
            documents.add(externalId);
            arrivals.add(arrive(externalId, order));
        }
        Multi.createFrom()
                .iterable(arrivals)
                .onItem()
                .transformToUni(arrival -> arrival)
                .merge(8)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(60));
        return documents;
    }

    private Uni<Void> arrive(String externalId, List<String> order) {
        List<String> twice = new ArrayList<>(order);
        twice.addAll(order.subList(0, order.size() - 1));
        return Multi.createFrom()
                .iterable(twice)
                .onItem()
                .transformToUniAndConcatenate(change -> arrive(externalId, change))
                .onItem()
                .ignoreAsUni();
    }

    /** The text of a version has as many characters. */
    private Uni<Void> arrive(String externalId, String change) {
        long number = Long.parseLong(change.substring(1));
        if (change.startsWith("-")) {
            return intake.deleteLater(tenant, externalId, Moment.arrival(number));
        }
        var document = new DocumentIntake(
                externalId, null, null, null, "x".repeat((int) number), null, null, null, null, number, null);
        return intake.take(Submission.from(tenant, document)).replaceWithVoid();
    }

    private Map<String, Map<String, Object>> listedById() {
        List<Map<String, Object>> listed = caller().queryParam("limit", 200)
                .get(DOCUMENTS)
                .then()
                .statusCode(200)
                .extract()
                .path("data");
        Map<String, Map<String, Object>> found = new HashMap<>();
        listed.forEach(document -> found.put(Objects.toString(document.get("external_id")), document));
        return found;
    }
}
