package io.frontdesk.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.SuiteExtension;
import io.frontdesk.local.infra.DatabaseUrl;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.testing.TenantTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class SuiteTablesTest {
    private final Suite suite;

    SuiteTablesTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void keepTenantsApartInEverySchema() {
        for (var service : Service.values()) {
            if (service.hasDatabase()) {
                var tables = tables(service);

                assertThat(tables.names()).as(service.folder()).isNotEmpty();
                assertThat(tables.flaws()).as(service.folder()).isEmpty();
            }
        }
    }

    private TenantTables tables(Service service) {
        var database = suite.servers().database();
        var name = service.shortName();
        return new TenantTables(
                name, DatabaseUrl.parse(database.migrationUrl(name)), DatabaseUrl.parse(database.url(name)));
    }
}
