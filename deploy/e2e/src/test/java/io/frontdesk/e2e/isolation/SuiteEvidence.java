package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;

import io.frontdesk.local.infra.DatabaseUrl;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a running suite keeps and tells. A record of Kafka or a key of Redis that names the tenant is its own.
 *
 * @param tenant whose texts are looked for
 */
record SuiteEvidence(Suite suite, String tenant, List<String> canaries) implements Evidence {

    /** Rows that stand there until a service has worked on them. */
    private static final Set<String> QUEUES =
            Set.of("ingestion.work", "ingestion.outbox", "generation.outbox", "auth.outbox", "auth.state_changes");

    @Override
    public String rows() {
        return digests().toString();
    }

    /** Whether no service has anything left to do for the tenant. */
    boolean isAtRest() {
        return Collections.disjoint(digests().keySet(), QUEUES);
    }

    @Override
    public List<String> sightings() {
        List<String> sightings = new ArrayList<>();
        for (var instance : suite.instances()) {
            lines(instance).forEach(line -> note(sightings, "the log of " + instance.name(), line));
            metrics(instance).forEach(line -> {
                note(sightings, "the metrics of " + instance.name(), line);
                if (line.contains(tenant)) {
                    sightings.add("the metrics of " + instance.name() + " name a tenant: " + line);
                }
            });
        }
        new RedisKeys(URI.create(suite.servers().redisUrl())).all().forEach((key, value) -> {
            if (!key.contains(tenant)) {
                note(sightings, "Redis", key + " " + value);
            }
        });
        new KafkaRecords(suite.servers().kafkaBootstrapServers())
                .all().stream()
                        .filter(record -> !record.text().contains(tenant))
                        .forEach(record -> note(sightings, "Kafka's " + record.topic(), record.text()));
        return sightings;
    }

    private Map<String, String> digests() {
        return new TenantRows(DatabaseUrl.parse(suite.servers().database().adminUrl()), tenant).digests();
    }

    private void note(List<String> sightings, String where, String text) {
        if (canaries.stream().anyMatch(text::contains)) {
            sightings.add("in " + where + ": " + text);
        }
    }

    private Stream<String> lines(Instance instance) {
        try {
            return Files.readString(suite.log(instance)).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> metrics(Instance instance) {
        return given().baseUri(suite.addresses().managementUrl(instance))
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines();
    }
}
