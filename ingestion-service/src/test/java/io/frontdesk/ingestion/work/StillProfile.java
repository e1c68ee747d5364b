package io.frontdesk.ingestion.work;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A replica whose worker and relay do nothing, so that tests can take each step themselves. */
public class StillProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "frontdesk.work.concurrency", "0",
                "frontdesk.work.per-tenant", "2",
                "frontdesk.work.lease", "1s",
                "frontdesk.work.aged-every", "4",
                "frontdesk.work.weights.\"small\"", "1",
                "frontdesk.work.weights.\"large\"", "2",
                "frontdesk.outbox.poll", "1h");
    }
}
