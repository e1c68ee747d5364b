package io.frontdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.local.TestInfrastructure;
import io.frontdesk.local.infra.Database;
import io.frontdesk.local.infra.DatabaseUrl;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Each fault is planted: what finds nothing there would find nothing anywhere. */
class TenantTablesTest {
    private static final String SOUND = """
            create table note (tenant_id uuid not null, text text);
            alter table note enable row level security;
            create policy tenant on note to frontdesk_auth
                using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
                with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
            create policy work on note to frontdesk_auth_system using (true);
            grant select, insert on note to frontdesk_auth;
            grant select on note to frontdesk_auth_system;
            insert into note values (gen_random_uuid(), 'somebody''s');
            """;

    private final Database database = TestInfrastructure.ensure().createDatabase("auth");
    private final DatabaseUrl owner = DatabaseUrl.parse(database.migrationUrl("auth"));
    private final TenantTables tables = new TenantTables("auth", owner, DatabaseUrl.parse(database.url("auth")));

    @Test
    void findsNothingWhereTenantsAreApart() throws SQLException {
        run(owner, SOUND);

        assertThat(tables.names()).containsExactly("note");
        assertThat(tables.flaws()).isEmpty();
    }

    @Test
    void findsATableWithoutRowLevelSecurity() throws SQLException {
        run(owner, SOUND + "alter table note disable row level security");

        assertThat(tables.flaws())
                .containsExactly(
                        "note has no row-level security", "note shows rows to the service where it names no tenant");
    }

    @Test
    void findsATableWithoutAPolicy() throws SQLException {
        run(owner, SOUND + "drop policy tenant on note");

        assertThat(tables.flaws())
                .containsExactly(
                        "note has no policy for the service's reading (USING)",
                        "note has no policy for the service's writing (WITH CHECK)");
    }

    @Test
    void findsAPolicyThatChecksNoWriting() throws SQLException {
        run(owner, SOUND + """
                drop policy tenant on note;
                create policy tenant on note to frontdesk_auth
                    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)""");

        assertThat(tables.flaws()).containsExactly("note has no policy for the service's writing (WITH CHECK)");
    }

    @Test
    void findsAPolicyForEverybodyBesideTheRightOne() throws SQLException {
        run(owner, SOUND + "create policy debugging on note using (true)");

        assertThat(tables.flaws())
                .containsExactly(
                        "note has a policy for the service that names no tenant",
                        "note shows rows to the service where it names no tenant");
    }

    @Test
    void findsAPartitionThatIsOpen() throws SQLException {
        run(owner, """
                create table note (tenant_id uuid not null) partition by hash (tenant_id);
                alter table note enable row level security;
                create table note_0 partition of note for values with (modulus 1, remainder 0)""");

        assertThat(tables.flaws()).containsExactly("note_0 has no row-level security");
    }

    @Test
    void findsAWrongOwner() throws SQLException {
        run(owner, SOUND);
        run(database.admin(), "alter table auth.note owner to frontdesk_auth");

        assertThat(tables.flaws()).contains("note is owned by frontdesk_auth");
    }

    @Test
    void findsAViewThatBypasses() throws SQLException {
        run(owner, SOUND + "create view notes as select * from note; grant select on notes to frontdesk_auth");

        assertThat(tables.flaws()).containsExactly("notes is a view that reads with its owner's rights");
    }

    private static void run(DatabaseUrl as, String sql) throws SQLException {
        try (var connection = as.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
