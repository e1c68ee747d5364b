package io.frontdesk.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.auth.Owner;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionPurgeTest {
    @Inject
    SessionPurge purge;

    @Inject
    Owner owner;

    @Test
    void forgetsASessionOnlyWhenNothingOfItCanBeShown() throws SQLException {
        UUID old = ended("25 hours");
        UUID recent = ended("24 hours");

        boolean more = purge.purge().await().indefinitely();

        assertThat(more).isFalse();
        assertThat(owner.query("select id from ended_sessions"))
                .contains(recent.toString())
                .doesNotContain(old.toString());
    }

    private UUID ended(String ago) throws SQLException {
        UUID session = Ids.next();
        owner.update(
                "insert into ended_sessions (tenant_id, id, ended_at) values (?::uuid, ?::uuid, now() - ?::interval)",
                Tenant.INSTALLATION.toString(),
                session.toString(),
                ago);
        return session;
    }
}
