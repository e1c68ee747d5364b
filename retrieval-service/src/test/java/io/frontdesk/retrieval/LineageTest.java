package io.frontdesk.retrieval;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.quarkus.agroal.DataSource;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a changed document takes away, out of PostgreSQL and out of the exact cache. {@code -Dfrontdesk.lineage.answers=1000}
 * says how many answers there are, over fifty documents.
 */
@QuarkusTest
class LineageTest extends AnswersTest {
    private static final int DOCUMENTS = 50;
    private static final int PER_DOCUMENT = Integer.getInteger("frontdesk.lineage.answers", 200) / DOCUMENTS;
    private static final int ANSWERS = PER_DOCUMENT * DOCUMENTS;
    private static final AnswerKind MADE = new AnswerKind("answer-v1", "extractive");

    private static final List<String> SUBJECTS = List.of(
            "laptops",
            "headphones",
            "monitors",
            "keyboards",
            "printers",
            "cameras",
            "tablets",
            "phones",
            "routers",
            "speakers");
    private static final List<String> MATTERS =
            List.of("returning", "repairing", "delivering", "insuring", "recycling");
    private static final List<String> DETAILS = List.of(
            "the deadline",
            "the costs",
            "the form",
            "the address",
            "the hotline",
            "the exceptions",
            "the receipt",
            "the packaging",
            "gifts",
            "businesses",
            "students",
            "islands",
            "weekends",
            "holidays",
            "vouchers",
            "instalments",
            "the refund",
            "spare parts",
            "the warranty",
            "complaints");

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    /** An answer as the test knows it: its question, its key, what it was written from. */
    private record Known(String question, String key, double reach, UUID document) {}

    @Test
    void anEditedDocumentTakesAwayExactlyWhatUsedItAndWhatIsNearItsNewText() throws SQLException {
        List<UUID> documents =
                IntStream.range(0, DOCUMENTS).mapToObj(i -> Ids.next()).toList();
        for (int i = 0; i < DOCUMENTS; i++) {
            index(documents.get(i), 1, topic(i), text(i));
        }
        List<Known> known = IntStream.range(0, ANSWERS)
                .parallel()
                .mapToObj(i -> keep(documents.get(i / PER_DOCUMENT), question(i)))
                .toList();
        assertThat(rows()).hasSize(ANSWERS);
        known.forEach(answer -> store(answer.key(), 50));

        UUID edited = documents.get(7);
        // It now says something about another document's subject too.
        long version = index(
                writer(),
                edited,
                2,
                Map.of("title", topic(7), "metadata", Map.of("edited", "yes")),
                text(7),
                "About " + topic(23) + ": " + DETAILS.getFirst() + " is 14 days.");

        Set<String> used = keys(known.stream()
                .filter(answer -> answer.document().equals(edited))
                .toList());
        Set<String> near = keys(known.parallelStream()
                .filter(answer -> similarityToTheEdited(answer.question()) >= answer.reach() - 0.000001)
                .toList());
        Set<String> expected = new HashSet<>(used);
        expected.addAll(near);
        Set<String> gone = keys(known);
        gone.removeAll(rows());
        System.out.printf(
                "lineage: %d answers over %d documents; one edited: %d used it, %d more near its new text, %d removed,"
                        + " %d kept%n",
                ANSWERS, DOCUMENTS, used.size(), expected.size() - used.size(), gone.size(), ANSWERS - gone.size());
        assertThat(used).hasSize(PER_DOCUMENT);
        assertThat(expected).hasSizeGreaterThan(PER_DOCUMENT).hasSizeLessThan(ANSWERS / 2);
        assertThat(gone).isEqualTo(expected);
        for (Known answer : known) {
            String value = cache.value(String.class).get(answer.key());
            assertThat(value)
                    .isEqualTo(expected.contains(answer.key()) ? "gone:" + version : ExactAnswers.entry(50, "text"));
        }
        assertThat(withdrawals()).isZero();
    }

    @Test
    void anAnswerThatWasUnderWayDoesNotGetIntoTheExactCache() throws SQLException {
        long before = index(document, 1, topic(0), text(0));
        Known answer = keep(document, question(0));

        long after = index(document, 2, topic(0), "Something else about " + topic(0));

        assertThat(store(answer.key(), before)).isZero();
        assertThat(cache.value(String.class).get(answer.key())).isEqualTo("gone:" + after);
        assertThat(store(answer.key(), after)).isOne();
        assertThat(store(answer.key(), before)).isZero();
        assertThat(ExactAnswers.payload(cache.value(String.class).get(answer.key())))
                .hasValue("text");
        assertThat(cache.key().ttl(answer.key())).isPositive();
    }

    @Test
    void whatADeadReplicaLeftUndoneIsWithdrawnByAnother() throws SQLException {
        index(document, 1, topic(0), text(0));
        Known answer = keep(document, question(0));
        store(answer.key(), 1);

        insertWithdrawal(answer.key(), 2);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(cache.value(String.class).get(answer.key())).isEqualTo("gone:2");
            assertThat(withdrawals()).isZero();
        });
    }

    @Test
    void aDocumentThatItsReadersDoNotSeeTakesNothingAway() throws SQLException {
        index(document, 1, topic(0), text(0));
        keep(document, question(0));

        index(writer(), Ids.next(), 1, Map.of("title", topic(0), "acl", List.of("staff")), text(0));

        assertThat(rows()).hasSize(1);
        index(Ids.next(), 1, topic(0), text(0));
        assertThat(rows()).isEmpty();
    }

    @Test
    void ticketsTakeNothingAway() throws SQLException {
        index(document, 1, topic(0), text(0));
        keep(document, question(0));

        index(writer(), Ids.next(), 1, Map.of("title", topic(0), "collection", "tickets"), text(0));

        assertThat(rows()).hasSize(1);
    }

    /** An answer made of the document's first passage, found by a search for three. */
    private Known keep(UUID of, String question) {
        JsonPath found = asks(asker(), Map.of("query", question, "top_k", 3));
        Map<String, Object> offer = offerFor(found, question, "Answer to " + question);
        String chunk = chunk(of);
        offer.put("chunk_ids", List.of(chunk));
        offer.put("top_k", 3);
        assertThat(offers(asker(), offer).extract().jsonPath().getBoolean("stored"))
                .isTrue();
        String key = ExactAnswers.key(tenant, List.of(), MADE, question, Map.of(), 3);
        return new Known(question, key, Math.max((double) requireNonNull(offer.get("reach")), 0.45), of);
    }

    private static String topic(int document) {
        return MATTERS.get(document / SUBJECTS.size()) + " " + SUBJECTS.get(document % SUBJECTS.size());
    }

    private static String text(int document) {
        return "All about %s: %s.".formatted(topic(document), String.join(", ", DETAILS));
    }

    private static String question(int answer) {
        return "What should I know about %s when %s?"
                .formatted(DETAILS.get(answer % PER_DOCUMENT), topic(answer / PER_DOCUMENT));
    }

    private static Set<String> keys(List<Known> answers) {
        return answers.stream().map(Known::key).collect(Collectors.toCollection(HashSet::new));
    }

    private long store(String key, long version) {
        return cache.execute(
                        "EVAL",
                        ExactAnswers.STORE,
                        "1",
                        key,
                        Long.toString(version),
                        ExactAnswers.entry(version, "text"),
                        "900000")
                .toLong();
    }

    /** The greatest similarity of a question to a chunk of the edited document, as a search tells it. */
    private double similarityToTheEdited(String question) {
        return asks(asker(), Map.of("query", question, "filters", Map.of("edited", "yes")))
                .getList("passages.similarity", Double.class)
                .stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(-1);
    }

    private String chunk(UUID of) {
        return strings("select id from retrieval.chunk where tenant_id = '%s' and document_id = '%s'"
                        .formatted(tenant, of))
                .getFirst();
    }

    private Set<String> rows() {
        return new HashSet<>(
                strings("select cache_key from retrieval.answer where tenant_id = '%s'".formatted(tenant)));
    }

    private int withdrawals() {
        return strings("select cache_key from retrieval.withdrawn_answer where tenant_id = '%s'".formatted(tenant))
                .size();
    }

    private void insertWithdrawal(String key, int version) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into retrieval.withdrawn_answer values ('%s', '%s', %d)".formatted(tenant, key, version));
        }
    }

    private List<String> strings(String sql) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
