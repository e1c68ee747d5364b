package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest extends ServiceTest {
    private static final String RETURNS = "You can send a laptop back within 30 days of delivery.";
    private static final String SHIPPING = "Delivery to Northern Ireland costs £4.95 and takes three days.";
    private static final String HEADPHONES = "The Ostrel H700 pairs when its power button is held for five seconds.";

    @Test
    void findsByMeaningWhatSharesNoWordWithTheQuestion() {
        index(Ids.next(), 1, "Help", RETURNS, SHIPPING, HEADPHONES);

        JsonPath found = found("connect my earphones by bluetooth");

        assertThat(found.getString("passages[0].text")).isEqualTo(HEADPHONES);
        assertThat(found.getDouble("passages[0].lexical")).isZero();
        assertThat(found.getDouble("passages[0].similarity")).isBetween(0.5, 1.0);
    }

    @Test
    void findsByAnyWordOfAQuestion() {
        index(Ids.next(), 1, "Help", RETURNS, SHIPPING, HEADPHONES);

        JsonPath found = found("What does the H700 do, if anything?");

        assertThat(found.getString("passages[0].text")).isEqualTo(HEADPHONES);
        assertThat(found.getDouble("passages[0].lexical")).isPositive();
    }

    @Test
    void doesNotReadAHyphenAsNot() {
        index(Ids.next(), 1, "Help", RETURNS, SHIPPING, HEADPHONES);

        assertThat(found("-H700 --pairs").getDouble("passages[0].lexical")).isPositive();
    }

    @Test
    void countsARareWordMoreThanAFrequentOne() {
        index(Ids.next(), 1, "Help", "Our delivery is quick.", "A delivery to the shop.", "The zebra is striped.");

        assertThat(words("delivery of a zebra").getString("passages[0].text")).isEqualTo("The zebra is striped.");
    }

    @Test
    void countsAPhraseInQuotesTwice() {
        index(
                Ids.next(),
                1,
                "Help",
                "Ireland lies in the northern part.",
                "Delivery to Northern Ireland and elsewhere.");

        JsonPath found = words("\"northern ireland\"");

        assertThat(found.getString("passages[0].text")).startsWith("Delivery");
        assertThat(found.getDouble("passages[0].lexical")).isGreaterThan(1.5 * found.getDouble("passages[1].lexical"));
    }

    @Test
    void readsTheBeginningOfAWord() {
        index(Ids.next(), 1, "Help", RETURNS, SHIPPING, HEADPHONES);

        assertThat(words("headph* ostr*").getList("passages.text")).containsExactly(HEADPHONES);
    }

    @Test
    void separatesWordsAtPunctuation() {
        index(Ids.next(), 1, "Help", "Call sort_by() of www.example.com/BX-200.", RETURNS);

        assertThat(words("bx 200").getList("passages.text")).hasSize(1);
        assertThat(words("sort by").getList("passages.text")).hasSize(1);
        assertThat(words("example.com").getList("passages.text")).hasSize(1);
    }

    @Test
    void forgetsTheWordsOfWhatIsGone() {
        index(document, 1, "Help", "A zebra.", "A zebra crossing.");
        double frequent = words("zebra").getDouble("passages[0].lexical");

        index(document, 2, "Help", "A zebra.", "A horse.");

        assertThat(words("zebra").getList("passages.text")).containsExactly("A zebra.");
        assertThat(words("zebra").getDouble("passages[0].lexical")).isGreaterThan(frequent);
        remove(writer(), document, 2).statusCode(200);
        assertThat(words("zebra").getList("passages")).isEmpty();
    }

    @Test
    void readsAQuestionInTheLanguagesOfTheDocuments() {
        stage(
                        writer(),
                        document,
                        1,
                        Map.of(
                                "title",
                                "Rückgabe",
                                "language",
                                "de",
                                "chunks",
                                List.of(chunk(0, "Die Rücksendungen sind kostenlos."))))
                .statusCode(204);
        publish(writer(), document, 1, publication(Map.of("title", "Rückgabe"), 1))
                .statusCode(200);

        assertThat(found("Rücksendung").getDouble("passages[0].lexical")).isPositive();
    }

    @Test
    void givesEachPassageWithWhereItStands() {
        stage(
                        writer(),
                        document,
                        1,
                        Map.of(
                                "title",
                                "Manual",
                                "chunks",
                                List.of(Map.of(
                                        "position",
                                        0,
                                        "text",
                                        HEADPHONES,
                                        "heading_path",
                                        List.of("Start", "Pairing"),
                                        "page",
                                        3))))
                .statusCode(204);
        publish(
                        writer(),
                        document,
                        1,
                        publication(Map.of("title", "Manual H700", "url", "https://help.example/h700"), 1))
                .statusCode(200);

        search(reader(), "pair the headphones")
                .statusCode(200)
                .body("passages[0].document_id", equalTo(document.toString()))
                .body("passages[0].title", equalTo("Manual H700"))
                .body("passages[0].url", equalTo("https://help.example/h700"))
                .body("passages[0].heading_path", equalTo(List.of("Start", "Pairing")))
                .body("passages[0].position", equalTo(0))
                .body("passages[0].page", equalTo(3));
    }

    @Test
    void ordersByScoreAndGivesNoMoreThanAsked() {
        index(Ids.next(), 1, "Help", RETURNS, SHIPPING, HEADPHONES);

        JsonPath found = search(reader(), Map.of("query", "what does delivery to Northern Ireland cost", "top_k", 2))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(found.getList("passages.text")).hasSize(2).startsWith(SHIPPING);
        assertThat(found.getDouble("passages[0].score")).isGreaterThan(found.getDouble("passages[1].score"));
    }

    @Test
    void answersATenantWithoutDocuments() {
        search(reader(), "anything")
                .statusCode(200)
                .body("knowledge_version", equalTo(0))
                .body("passages", equalTo(List.of()));
    }

    @Test
    void showsNothingOfAnotherTenant() {
        index(document, 1, "Help", RETURNS);
        String stranger = TestTokens.bearer(Ids.next(), List.of(Claims.ALL_LABELS), Scope.SEARCH);

        assertThat(texts(search(stranger, RETURNS))).isEmpty();
    }

    @Test
    void showsADocumentToThoseWhoHaveAllItsLabels() {
        index(
                writer(),
                document,
                1,
                Map.of("title", "Margins", "acl", List.of("staff", "sales")),
                "The margin on laptops is 9 %.");
        String question = "margin on laptops";

        assertThat(texts(search(reader(), question))).isEmpty();
        assertThat(texts(search(reader("staff"), question))).isEmpty();
        assertThat(texts(search(reader("sales", "other", "staff"), question))).hasSize(1);
        assertThat(texts(search(reader(Claims.ALL_LABELS), question))).hasSize(1);
    }

    @Test
    void takesTheLabelsOfTheLatestPublication() {
        index(document, 1, "Margins", "The margin on laptops is 9 %.");
        index(
                writer(),
                document,
                2,
                Map.of("title", "Margins", "acl", List.of("staff")),
                "The margin on laptops is 9 %.");

        assertThat(texts(search(reader(), "margin on laptops"))).isEmpty();
    }

    @Test
    void filtersByMetadata() {
        index(
                writer(),
                Ids.next(),
                1,
                Map.of("title", "UK", "metadata", Map.of("country", "uk", "kind", "faq")),
                "Delivery takes three days.");
        index(
                writer(),
                Ids.next(),
                1,
                Map.of("title", "IE", "metadata", Map.of("country", "ie", "kind", "faq")),
                "Delivery takes five days.");

        assertThat(texts(search(
                        reader(), Map.of("query", "delivery", "filters", Map.of("country", "ie", "kind", "faq")))))
                .containsExactly("Delivery takes five days.");
        assertThat(texts(search(reader(), Map.of("query", "delivery", "filters", Map.of("country", "fr")))))
                .isEmpty();
    }

    @Test
    void isOpenToThoseWhoMayChat() {
        index(document, 1, "Help", RETURNS);

        assertThat(texts(search(TestTokens.bearer(tenant, Scope.CHAT), "return a laptop")))
                .containsExactly(RETURNS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table chunk; --",
                "a & b | !c <-> (d",
                "\"unclosed phrase",
                "\\'",
                ":* % _ $1",
                "the of and",
                "?!",
                "😀"
            })
    void takesAnyTextForAQuestion(String query) {
        index(document, 1, "Help", RETURNS);

        assertThat(texts(search(reader(), query))).containsExactly(RETURNS);
    }

    /** What full text alone finds. */
    private JsonPath words(String query) {
        return search(reader(), Map.of("query", query, "leg", "words"))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath found(String query) {
        return search(reader(), query).statusCode(200).extract().jsonPath();
    }
}
