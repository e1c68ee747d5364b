package io.frontdesk.e2e.chaos;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.e2e.chaos.Ledger.Ending;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same documents twice: undisturbed, and while two ingestion-services, two retrieval-services, PostgreSQL and Kafka are
 * killed again and again. {@code -Dfrontdesk.chaos.documents}, {@code -Dfrontdesk.chaos.kills} and {@code
 * -Dfrontdesk.chaos.seed} choose how many and when.
 */
class DocumentsSurviveTest {
    private static final int DOCUMENTS = Integer.getInteger("frontdesk.chaos.documents", 24);
    private static final int KILLS = Integer.getInteger("frontdesk.chaos.kills", 4);
    private static final long SEED = Long.getLong("frontdesk.chaos.seed", System.nanoTime());

    /** What is left to do after the last restart; a worker that was killed keeps its document for the length of a lease. */
    private static final Duration BOUND = Duration.ofMinutes(5);

    private static final Progress PROGRESS = Progress.to(System.err);
    private static final Workspace WORKSPACE = workspace();
    private static final List<Instance> INSTANCES = List.of(
            new Instance(Service.AUTH, 1),
            new Instance(Service.AUTH, 2),
            new Instance(Service.GATEWAY, 1),
            new Instance(Service.INGESTION, 1),
            new Instance(Service.INGESTION, 2),
            new Instance(Service.RETRIEVAL, 1),
            new Instance(Service.RETRIEVAL, 2));

    private static Suite suite;

    @BeforeAll
    static void boot() {
        // What is committed has to be there after the end of PostgreSQL.
        var servers = Infrastructure.start(WORKSPACE, Map.of(), Durability.SAFE, PROGRESS);
        // Workers die here, and nobody wants to wait for that.
        var settings = Map.of("FRONTDESK_WORK_LEASE", "PT10S");
        suite = new Suite(WORKSPACE, servers, Addresses.free(), 2, settings, PROGRESS);
        suite.start(INSTANCES);
    }

    @AfterAll
    static void stop() {
        Suite.stopServices(WORKSPACE, PROGRESS);
        Infrastructure.stop(WORKSPACE, PROGRESS);
    }

    @Test
    void everyDocumentEndsOnceWhateverIsKilled() {
        var catalogue = Catalogue.of(DOCUMENTS, Workspace.findRoot().resolve("deploy/local/sample-documents"));
        var calm = tenant("calm");
        publish(calm, catalogue, 1, round -> {});
        var undisturbed = awaitEndings(calm);
        var storm = tenant("storm");
        var reaper = new Reaper(suite, WORKSPACE, SEED);

        publish(storm, catalogue, KILLS, round -> reaper.killOne());
        long lastRestart = System.nanoTime();
        var disturbed = awaitEndings(storm);

        report(disturbed, calm, storm, reaper, System.nanoTime() - lastRestart);
        assertThat(disturbed).isEqualTo(undisturbed).hasSize(DOCUMENTS);
        assertThat(storm.ledger.chunks())
                .isEqualTo(calm.ledger.chunks())
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(storm.ledger.strayChunks()).isEmpty();
    }

    private record Tenant(String id, String key, Ledger ledger) {}

    private static Tenant tenant(String name) {
        var operator = "Bearer " + suite.operatorKey();
        String id = given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", operator)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name + "-" + System.nanoTime(), "plan", "gold"))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String key = given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", operator)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "chaos", "scopes", List.of("documents:read", "documents:write")))
                .post("/v1/tenants/{id}/api-keys", id)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return new Tenant(id, key, new Ledger(suite.servers().database().admin(), id));
    }

    private interface Round {
        void during(int round);
    }

    /** Publishes some of the records in each round, and what the round brings while they are on their way. */
    private static void publish(Tenant tenant, Catalogue catalogue, int rounds, Round round) {
        try (var pipeline = new Pipeline(suite.servers().kafkaBootstrapServers(), tenant.id, tenant.key)) {
            var records = catalogue.records();
            for (int i = 0; i < rounds; i++) {
                records.subList(records.size() * i / rounds, records.size() * (i + 1) / rounds)
                        .forEach(pipeline::publish);
                round.during(i);
            }
            pipeline.awaitTaken();
        }
    }

    /** All that was published is known, nothing is left to do, and every document has come to an end. */
    private static Map<String, Ending> awaitEndings(Tenant tenant) {
        await().atMost(BOUND.plusSeconds(3L * DOCUMENTS))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(tenant.ledger.endings())
                            .hasSize(DOCUMENTS)
                            .values()
                            .allMatch(Ending::isOne);
                    assertThat(tenant.ledger.openWork()).isEmpty();
                    assertThat(Intake.lag(suite.servers().kafkaBootstrapServers()))
                            .as("records that are not committed")
                            .isZero();
                });
        return tenant.ledger.endings();
    }

    private static void report(Map<String, Ending> endings, Tenant calm, Tenant storm, Reaper reaper, long nanos) {
        Map<String, Long> counted = endings.values().stream()
                .collect(Collectors.groupingBy(Ending::toString, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "chaos: %d documents, %d kills %s, seed %d: %s; %d chunk rows, %d undisturbed; all ended %.0f s after the"
                        + " last restart%n",
                endings.size(),
                reaper.kills().values().stream().mapToInt(Integer::intValue).sum(),
                reaper.kills(),
                SEED,
                counted,
                storm.ledger.chunks().size(),
                calm.ledger.chunks().size(),
                nanos / 1e9);
    }

    private static Workspace workspace() {
        var root = Workspace.findRoot();
        return new Workspace(root, root.resolve(".local/chaos"));
    }
}
