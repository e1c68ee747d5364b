package io.frontdesk.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.e2e.SuiteExtension;
import io.frontdesk.e2e.isolation.Matrix.Extent;
import io.frontdesk.local.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class IsolationMatrixTest {
    /** Twice the pause after which the auth-service writes when keys were last used. */
    private static final Duration UNCHANGED = Duration.ofSeconds(10);

    /** {@code make isolation} tries every carrier; for each change of the code, one suffices. */
    private static final Extent EXTENT = Boolean.getBoolean("frontdesk.isolation.all") ? Extent.ALL : Extent.ONE;

    private final Suite suite;

    IsolationMatrixTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void showsAndChangesNothingOfAnotherTenantByAnyOperation() {
        var api = new SuiteApi(suite);
        var parties = new SuiteParties(suite);
        var canary = Marks.next("canary");
        var other = parties.tenant(canary);
        var tenant = other.ids().last("tenants").orElseThrow();
        var evidence = new SuiteEvidence(suite, tenant, List.of(canary));
        var matrix = new Matrix(
                api.operations(),
                api.wire(),
                parties.tenant(Marks.next("asker")),
                other,
                parties.operator(Marks.next("operator")),
                evidence,
                EXTENT);

        matrix.furnishOther();
        awaitRest(evidence);
        matrix.furnishOther();
        awaitUnchanged(evidence);
        var tally = matrix.run();

        System.out.println("isolation matrix: " + tally);
        assertThat(tally.findings()).isEmpty();
    }

    /** Until documents are indexed and events are told. */
    private static void awaitRest(SuiteEvidence evidence) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(evidence::isAtRest);
    }

    /** Until nothing of what the other tenant did is still to be written: what changes later is the asker's doing. */
    private static void awaitUnchanged(SuiteEvidence evidence) {
        var seen = new AtomicReference<>("");
        await().atMost(Duration.ofSeconds(120))
                .pollDelay(Duration.ZERO)
                .pollInterval(UNCHANGED)
                .until(() -> evidence.isAtRest() && evidence.rows().equals(seen.getAndSet(evidence.rows())));
    }
}
