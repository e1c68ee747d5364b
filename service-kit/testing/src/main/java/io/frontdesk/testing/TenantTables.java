package io.frontdesk.testing;

import io.frontdesk.local.infra.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The tables of a service that tell tenants apart, as PostgreSQL's catalogue has them. A new table is covered as soon as its
 * migration has run.
 *
 * @param schema the service's
 * @param owner the URL of the schema's owner
 * @param service the URL of the service's role
 */
public record TenantTables(String schema, DatabaseUrl owner, DatabaseUrl service) {
    private static final String DENIED = "42501";

    /** Tables and partitions; their policies count where the service can reach them at all. */
    private static final String TABLES = """
            select c.relname, c.relrowsecurity, pg_get_userbyid(c.relowner) as owner,
                has_any_column_privilege(r.oid, c.oid, 'select, insert, update')
                    or has_table_privilege(r.oid, c.oid, 'delete, truncate') as reachable,
                exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                    and p.roles && array[r.rolname, 'public'] and p.qual like '%app.tenant%') as used,
                exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                    and p.roles && array[r.rolname, 'public'] and p.with_check like '%app.tenant%') as checked,
                exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                    and p.roles && array[r.rolname, 'public'] and p.permissive = 'PERMISSIVE'
                    and (coalesce(p.qual, 'app.tenant') not like '%app.tenant%'
                        or coalesce(p.with_check, 'app.tenant') not like '%app.tenant%')) as open
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_roles r on r.rolname = ?
            where n.nspname = ? and c.relkind in ('r', 'p')
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
            order by c.relname""";

    /** A view reads with the rights of its owner, whom no policy binds, unless it says otherwise. */
    private static final String VIEWS = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('v', 'm') and has_table_privilege(?, c.oid, 'select')
                and not coalesce(c.reloptions @> array['security_invoker=true'], false)""";

    private static final String OPEN_TO_THE_REMOVED = """
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition
                and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'refuse_removed_tenants')""";

    private static final String ROLE = """
            select rolsuper or rolbypassrls as unbound, pg_has_role(rolname, ?, 'member') as owning
            from pg_roles where rolname = ?""";

    /** The tables of the service whose test uses {@link PostgresResource}. */
    public static TenantTables ofThisTest(String schema) {
        var config = ConfigProvider.getConfig();
        return new TenantTables(
                schema,
                DatabaseUrl.parse(config.getValue("DATABASE_MIGRATION_URL", String.class)),
                DatabaseUrl.parse(config.getValue("DATABASE_URL", String.class)));
    }

    /** The names of all of them. */
    public List<String> names() {
        return asked(owner, connection -> column(connection, TABLES, service.user(), schema));
    }

    /**
     * What keeps tenants less than apart, one sentence each: tables without row-level security, without a policy for the
     * service in both {@code USING} and {@code WITH CHECK}, or with one that names no tenant; a wrong owner; a role that owns
     * or bypasses; views that bypass; and rows that the service reads without having named a tenant.
     */
    public List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        asked(owner, connection -> {
            addFlawsOfTables(connection, flaws);
            addFlawsOfTheRole(connection, flaws);
            column(connection, VIEWS, schema, service.user())
                    .forEach(view -> flaws.add(view + " is a view that reads with its owner's rights"));
            return flaws;
        });
        asked(service, connection -> {
            for (var table : names()) {
                if (isReadable(connection, table)) {
                    flaws.add(table + " shows rows to the service where it names no tenant");
                }
            }
            return flaws;
        });
        return List.copyOf(flaws);
    }

    /** How many rows of a tenant each table has. */
    public List<Long> rows(UUID tenant) {
        return asked(owner, connection -> {
            List<Long> rows = new ArrayList<>();
            for (var table : names()) {
                var sql = "select count(*) from %s.%s where tenant_id = '%s'".formatted(schema, table, tenant);
                rows.add(Long.valueOf(column(connection, sql).getFirst()));
            }
            return rows;
        });
    }

    /** Those that take rows of a tenant that has been removed. */
    public List<String> openToTheRemoved() {
        return asked(owner, connection -> column(connection, OPEN_TO_THE_REMOVED, schema));
    }

    private void addFlawsOfTables(Connection connection, List<String> flaws) throws SQLException {
        try (var statement = prepared(connection, TABLES, service.user(), schema);
                var tables = statement.executeQuery()) {
            while (tables.next()) {
                var name = tables.getString("relname");
                if (!tables.getBoolean("relrowsecurity")) {
                    flaws.add(name + " has no row-level security");
                }
                if (!owner.user().equals(tables.getString("owner"))) {
                    flaws.add(name + " is owned by " + tables.getString("owner"));
                }
                if (tables.getBoolean("open")) {
                    flaws.add(name + " has a policy for the service that names no tenant");
                }
                if (tables.getBoolean("reachable") && !tables.getBoolean("used")) {
                    flaws.add(name + " has no policy for the service's reading (USING)");
                }
                if (tables.getBoolean("reachable") && !tables.getBoolean("checked")) {
                    flaws.add(name + " has no policy for the service's writing (WITH CHECK)");
                }
            }
        }
    }

    private void addFlawsOfTheRole(Connection connection, List<String> flaws) throws SQLException {
        try (var statement = prepared(connection, ROLE, owner.user(), service.user());
                var role = statement.executeQuery()) {
            role.next();
            if (role.getBoolean("unbound")) {
                flaws.add(service.user() + " is not bound by row-level security");
            }
            if (role.getBoolean("owning")) {
                flaws.add(service.user() + " acts as the owner of the tables");
            }
        }
    }

    private boolean isReadable(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select exists (select from " + schema + "." + table + ")");
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            if (DENIED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static List<String> column(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private static <T> T asked(DatabaseUrl url, Question<T> question) {
        try (var connection = url.connect()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the catalogue cannot be read", e);
        }
    }
}
