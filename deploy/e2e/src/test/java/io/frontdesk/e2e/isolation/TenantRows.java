package io.frontdesk.e2e.isolation;

import io.frontdesk.local.infra.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All rows of one tenant, in every table of every schema that tells tenants apart, as the superuser sees them.
 *
 * @param url of the superuser
 */
record TenantRows(DatabaseUrl url, String tenant) {
    /** Tables that hold rows themselves, with the column that names the tenant. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname), a.attname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
                and a.attname = case when n.nspname = 'auth' and c.relname = 'tenants' then 'id' else 'tenant_id' end
            where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            order by 1""";

    /** From each table that has rows of the tenant to a digest over them. */
    Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        try (var connection = url.connect();
                var statement = connection.createStatement();
                var tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                var digest = digest(connection, tables.getString(1), tables.getString(2));
                if (!digest.startsWith("0 ")) {
                    digests.put(tables.getString(1), digest);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant's rows cannot be read", e);
        }
        return digests;
    }

    private String digest(Connection connection, String table, String column) throws SQLException {
        var sql = "select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) from "
                + table + " t where " + column + " = ?::uuid";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
