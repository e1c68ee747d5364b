package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the bundled model to another real one, under searches and publications. */
@QuarkusTest
@TestProfile(ModelSwapTest.TwoModels.class)
class ModelSwapTest extends ServiceTest {
    private static final String NEXT = "all-minilm-l6-v2-q";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUESTION = "how long may I keep a laptop before I send it back";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    /** Batches of one, so that the change of models takes longer than the searches beside it. */
    public static class TwoModels implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String next = "frontdesk.embedding.further.next.onnx.";
            return Map.of(
                    next + "name",
                    NEXT,
                    next + "model-file",
                    file(NEXT + ".onnx"),
                    next + "tokenizer-file",
                    file(NEXT + "-tokenizer.json"),
                    next + "dimensions",
                    "384",
                    "frontdesk.generations.poll",
                    "200ms",
                    "frontdesk.generations.batch",
                    "1",
                    "frontdesk.generations.grace",
                    "0s");
        }

        private static String file(String resource) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            try (InputStream content = Objects.requireNonNull(loader.getResourceAsStream(resource), resource)) {
                Path file = Files.createTempFile("model", resource);
                file.toFile().deleteOnExit();
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return file.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void answersEverySearchWhileTheIndexMovesToAnotherModel() {
        List<UUID> before = publish(20);

        query("select begin_generation('" + NEXT + "', 384)");
        List<UUID> meanwhile = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            search(reader(), QUESTION)
                    .statusCode(200)
                    .body("passages[0].text", equalTo("A laptop can be returned within 30 days."));
            meanwhile.addAll(publish(1));
            return query("select model from generation where state = 'live'").equals(List.of(NEXT));
        });

        search(reader(), QUESTION)
                .statusCode(200)
                .body("passages[0].text", equalTo("A laptop can be returned within 30 days."));
        int chunks = 2 * (before.size() + meanwhile.size());
        assertThat(query("select count(*)::text from chunk")).containsExactly(String.valueOf(chunks));
        assertThat(query("select count(*)::text from chunk_vector where generation = 2"))
                .containsExactly(String.valueOf(chunks));
        await().atMost(PATIENCE)
                .until(
                        () -> query("select to_regclass('chunk_vector_1')::text from generation limit 1"),
                        List.of("null")::equals);
    }

    private List<UUID> publish(int documents) {
        List<UUID> published = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            UUID id = Ids.next();
            index(id, 1, "Returns", "A laptop can be returned within 30 days.", "Gift wrapping costs 3 pounds.");
            published.add(id);
        }
        return published;
    }

    private List<String> query(String sql) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
