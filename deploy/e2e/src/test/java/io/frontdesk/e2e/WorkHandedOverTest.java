package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.infra.DatabaseUrl;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work that a replica of the ingestion-service has begun when it ends, by a document that takes long. */
@ExtendWith(SuiteExtension.class)
class WorkHandedOverTest {
    private static final Instance FIRST = new Instance(Service.INGESTION, 1);
    private static final Instance SECOND = new Instance(Service.INGESTION, 2);

    /** Some thousand chunks: longer to embed than replicas take to come and go. */
    private static final int SENTENCES = 40_000;

    private final Suite suite;
    private final Tenant tenant;

    WorkHandedOverTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Library " + Ids.next());
    }

    @AfterEach
    void startReplicas() {
        tenant.remove();
        suite.start(FIRST);
        suite.start(SECOND);
    }

    @Test
    void goesToAnotherReplicaAtOnceFromOneThatStopsAndAfterItsLeaseFromOneThatIsKilled() {
        publishALongDocument();
        Instance stopped = awaitWorker(FIRST, SECOND);
        Instance other = stopped.equals(FIRST) ? SECOND : FIRST;
        assertThat(attempts()).isEqualTo(1);

        suite.stop(stopped);
        long given = System.nanoTime();
        awaitWorker(other);
        double afterStop = (System.nanoTime() - given) / 1e9;
        assertThat(attempts())
                .as("what a stopping replica gave back counts as no attempt")
                .isEqualTo(1);

        suite.start(stopped);
        suite.kill(other);
        long killed = System.nanoTime();
        awaitWorker(stopped);
        double afterKill = (System.nanoTime() - killed) / 1e9;
        assertThat(attempts()).as("what a killed replica had begun counts").isEqualTo(2);
        System.out.printf("handed over: %.1f s after a stop, %.1f s after a kill -9%n", afterStop, afterKill);
    }

    private void publishALongDocument() {
        var text = new StringBuilder();
        for (int n = 0; n < SENTENCES; n++) {
            text.append("Shelf ")
                    .append(n)
                    .append(" holds the books that were lent in the year ")
                    .append(n % 2_000)
                    .append(". ");
        }
        tenant.via(1)
                .contentType("multipart/form-data")
                .multiPart("file", "catalogue.txt", text.toString().getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/v1/documents")
                .then()
                .statusCode(202);
    }

    private Instance awaitWorker(Instance... candidates) {
        return patiently().until(() -> working(candidates), found -> found != null);
    }

    private @Nullable Instance working(Instance... candidates) {
        for (var candidate : candidates) {
            if (metrics(candidate).contains("frontdesk_ingestion_documents_in_work 1.0")) {
                return candidate;
            }
        }
        return null;
    }

    private String metrics(Instance instance) {
        return given().baseUri(suite.addresses().managementUrl(instance))
                .get("/metrics")
                .asString();
    }

    private int attempts() {
        try (var connection =
                        DatabaseUrl.parse(suite.servers().database().adminUrl()).connect();
                var query =
                        connection.prepareStatement("select attempts from ingestion.work where tenant_id = ?::uuid")) {
            query.setString(1, tenant.id());
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
