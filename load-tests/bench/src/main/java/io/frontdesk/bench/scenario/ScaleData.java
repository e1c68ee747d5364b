package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Failure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Chunks written straight into the tables, past the pipeline and the embedding model: mixtures of two real vectors each, with
 * noise. Vectors that are wholly random have no near ones, which no embedding model makes.
 */
final class ScaleData {
    /** Half of the difference between a chunk and the texts that it is between, as real neighbours have it. */
    private static final double NOISE = 0.45;

    private static final int OF_A_DOCUMENT = 5;
    private static final int ROWS_AT_ONCE = 2_000;

    private static final String COPY = """
            copy chunk_vector (generation, tenant_id, chunk_id, document_id, collection, acl, metadata, embedding) from stdin""";

    private static final String SENTENCES = "create temporary table sentence (place serial, said text)";

    /** Of sentences of the help centre, three to a chunk: its words are real ones, and have nothing to do with its vector. */
    private static final String TEXTS = """
            insert into chunk (tenant_id, id, document_id, collection, position, title, language, heading_path, text, acl, metadata)
            select tenant_id, chunk_id, document_id, collection, row_number() over (partition by document_id),
                'Article ' || substr(document_id::text, 1, 8), 'en', '{}',
                (select string_agg(said, ' ') from sentence where place in (
                    1 + abs(hashtext(chunk_id::text || 'a') % total), 1 + abs(hashtext(chunk_id::text || 'b') % total),
                    1 + abs(hashtext(chunk_id::text || 'c') % total))),
                acl, metadata
            from chunk_vector, (select count(*)::integer as total from sentence) as sentences""";

    private static final String WORDS = """
            insert into word (tenant_id, collection, lexeme, chunks)
            select tenant_id, collection, lexeme, count(*) from chunk, unnest(tsvector_to_array(words)) as lexeme
            group by tenant_id, collection, lexeme""";

    private static final String TENANTS = """
            create table if not exists public.scale_tenant (name text primary key, id uuid not null, chunks integer not null)""";

    /** Of the hash partition of this remainder; partitions themselves have no index by which a tenant could be placed. */
    private static final String PLACED = """
            select id from (select gen_random_uuid() as id from generate_series(1, 2000)) as made
            where satisfies_hash_partition('chunk_vector_1'::regclass, 16, ?, id) limit 1""";

    private final Connection connection;
    private final Consumer<String> progress;
    private final Random random = new Random(7);

    /** A tenant of the measurement, in the order of their sizes. */
    record Tenant(String name, UUID id, int chunks) {}

    ScaleData(Connection connection, Consumer<String> progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Those of an earlier run, or none. */
    List<Tenant> found() throws SQLException {
        execute(TENANTS);
        var tenants = new ArrayList<Tenant>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select name, id, chunks from public.scale_tenant order by chunks desc, name")) {
            while (rows.next()) {
                tenants.add(new Tenant(rows.getString(1), rows.getObject(2, UUID.class), rows.getInt(3)));
            }
        }
        return tenants;
    }

    /** Makes tenants and their chunks, the indexes last, and gives what it took line by line. */
    List<String> make(int chunks, List<float[]> real, List<String> sentences) throws SQLException {
        execute("set maintenance_work_mem = '3GB'");
        // pgvector before 0.8.2 must not build in parallel.
        execute("set max_parallel_maintenance_workers = 0");
        for (var index : graphs()) {
            execute("drop index " + index);
        }
        var tenants = tenants(chunks);
        long begun = System.nanoTime();
        copy(tenants, real);
        progress.accept("vectors written in " + seconds(begun));
        var lines = new ArrayList<>(List.of("vectors copied in " + seconds(begun)));
        begun = System.nanoTime();
        for (int leaf = 0; leaf < 16; leaf++) {
            execute("create index on chunk_vector_1_%d using hnsw ((embedding::halfvec(384)) halfvec_cosine_ops)"
                    .formatted(leaf));
            progress.accept("graph %d of 16, after %s".formatted(leaf + 1, seconds(begun)));
        }
        lines.add("16 graphs built in " + seconds(begun) + ", in one process, in 3 GB of memory");
        begun = System.nanoTime();
        texts(sentences);
        lines.add("texts and words in " + seconds(begun));
        for (var tenant : tenants) {
            execute("insert into knowledge (tenant_id, version, chunks, languages) values ('%s', 1, %d, '{en}')"
                    .formatted(tenant.id(), tenant.chunks()));
            execute("insert into public.scale_tenant values ('%s', '%s', %d)"
                    .formatted(tenant.name(), tenant.id(), tenant.chunks()));
        }
        execute("vacuum analyze");
        return lines;
    }

    /** Tables and indexes as they stand. */
    String sizes() throws SQLException {
        var sql = """
                select format('vectors %s, graphs %s, all of chunk_vector %s; all of chunk (texts, words) %s; shared_buffers %s',
                    pg_size_pretty(sum(pg_table_size(leaf))), pg_size_pretty((
                        select sum(pg_relation_size(indexrelid)) from pg_stat_user_indexes
                        where relname like 'chunk\\_vector\\_1\\_%' and indexrelname like '%embedding%')),
                    pg_size_pretty(sum(pg_total_relation_size(leaf))),
                    (select pg_size_pretty(sum(pg_total_relation_size(relid))) from pg_partition_tree('chunk')),
                    current_setting('shared_buffers'))
                from (select relid as leaf from pg_partition_tree('chunk_vector_1') where isleaf) as leaves""";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The nearest ten, all vectors of the tenant compared. */
    List<String> nearest(UUID tenant, float[] question) throws SQLException {
        var sql = """
                select chunk_id from chunk_vector where generation = 1 and tenant_id = ?
                order by embedding <=> ?::halfvec limit 10""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            statement.setString(2, text(question));
            var nearest = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    nearest.add(rows.getString(1));
                }
            }
            return nearest;
        }
    }

    /** One has 60 %; of two with 0.1 %, one shares the partition of the large one. */
    private List<Tenant> tenants(int chunks) throws SQLException {
        var tenants = new ArrayList<Tenant>();
        tenants.add(new Tenant("large", placed(3), chunks * 6 / 10));
        for (int i = 0; i < 4; i++) {
            tenants.add(new Tenant("middle " + (i + 1), placed(4 + i), i < 2 ? chunks / 10 : chunks / 20));
        }
        for (int i = 0; i < 4; i++) {
            tenants.add(new Tenant("lesser " + (i + 1), placed(i == 0 ? 3 : 8 + i), chunks / 50));
        }
        tenants.add(new Tenant("small beside large", placed(3), chunks / 1000));
        tenants.add(new Tenant("small", placed(12), chunks / 1000));
        return tenants;
    }

    private UUID placed(int remainder) throws SQLException {
        try (var statement = connection.prepareStatement(PLACED)) {
            statement.setInt(1, remainder);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    /** Documents of all tenants in turn, as they would come. */
    private void copy(List<Tenant> tenants, List<float[]> real) throws SQLException {
        var documents = new ArrayList<UUID>();
        tenants.forEach(tenant -> documents.addAll(Collections.nCopies(tenant.chunks() / OF_A_DOCUMENT, tenant.id())));
        Collections.shuffle(documents, random);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            var rows = new StringBuilder();
            for (int i = 0; i < documents.size(); i++) {
                var document = uuid();
                for (int chunk = 0; chunk < OF_A_DOCUMENT; chunk++) {
                    rows.append("1\t%s\t%s\t%s\tknowledge\t{}\t{\"kind\": \"k%d\"}\t"
                                    .formatted(documents.get(i), uuid(), document, i % 100))
                            .append(text(made(real)))
                            .append('\n');
                }
                if (i % ROWS_AT_ONCE == 0 || i == documents.size() - 1) {
                    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    rows.setLength(0);
                }
            }
            copy.endCopy();
        } catch (RuntimeException e) {
            throw new Failure("the vectors could not be written: " + e.getMessage(), e);
        }
    }

    private void texts(List<String> sentences) throws SQLException {
        execute(SENTENCES);
        try (var insert = connection.prepareStatement("insert into sentence (said) values (?)")) {
            for (var sentence : sentences) {
                insert.setString(1, sentence);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        execute("create index on sentence (place)");
        execute(TEXTS);
        execute(WORDS);
    }

    private float[] made(List<float[]> real) {
        var one = real.get(random.nextInt(real.size()));
        var other = real.get(random.nextInt(real.size()));
        float share = 0.5f + random.nextFloat() / 2;
        double length = 0;
        var vector = new float[one.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = share * one[i] + (1 - share) * other[i];
            length += (double) vector[i] * vector[i];
        }
        double noise = NOISE * Math.sqrt(length / vector.length);
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (noise * random.nextGaussian());
        }
        return vector;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private List<String> graphs() throws SQLException {
        var sql = """
                select indexrelid::regclass::text from pg_stat_user_indexes
                where relname ~ '^chunk_vector_1_[0-9]+$' and indexrelname like '%embedding%'""";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var graphs = new ArrayList<String>();
            while (rows.next()) {
                graphs.add(rows.getString(1));
            }
            return graphs;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(float[] vector) {
        var text = new StringBuilder(vector.length * 8).append('[');
        for (float value : vector) {
            long rounded = Math.round(Math.abs(value) * 1e5);
            text.append(value < 0 ? "-" : "").append(rounded / 100_000).append('.');
            var fraction = Long.toString(rounded % 100_000);
            text.append("00000", 0, 5 - fraction.length()).append(fraction).append(',');
        }
        text.setCharAt(text.length() - 1, ']');
        return text.toString();
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - since) / 1e9);
    }
}
