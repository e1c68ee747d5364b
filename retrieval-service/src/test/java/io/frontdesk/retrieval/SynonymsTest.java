package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SynonymsTest extends ServiceTest {
    private static final String CLEANER = "A vacuum cleaner has a warranty of three years.";

    @Test
    void findWhatSaysAnotherOfThem() {
        long before = index(document, 1, "Help", CLEANER);
        assertThat(lexical("hoover")).isZero();

        put(List.of(List.of("hoover", "vacuum cleaner"))).statusCode(200);

        assertThat(lexical("my hoover is broken")).isPositive();
        search(reader(), "hoover").body("knowledge_version", equalTo((int) before + 1));
    }

    @Test
    void areReadInALanguageThatComesLater() {
        put(List.of(List.of("Staubsauger", "Bodenreiniger"))).statusCode(200);
        stage(
                        writer(),
                        document,
                        1,
                        Map.of(
                                "title",
                                "Hilfe",
                                "language",
                                "de",
                                "chunks",
                                List.of(chunk(0, "Alle Bodenreinigern liegt ein Beutel bei."))))
                .statusCode(204);
        publish(writer(), document, 1, publication(Map.of("title", "Hilfe"), 1)).statusCode(200);
        index(Ids.next(), 1, "Help", CLEANER);

        assertThat(lexical("Staubsaugern")).isPositive();
    }

    @Test
    void takeThePlaceOfThoseBefore() {
        index(document, 1, "Help", CLEANER);
        put(List.of(List.of("hoover", "vacuum cleaner"))).statusCode(200);

        put(List.of(List.of("fridge", "refrigerator"))).statusCode(200);

        assertThat(lexical("hoover")).isZero();
        given().header("Authorization", admin())
                .get("/internal/v1/settings/search")
                .then()
                .statusCode(200)
                .body("synonyms", equalTo(List.of(List.of("fridge", "refrigerator"))));
    }

    @Test
    void areRefusedWhereTheyAreTooMany() {
        isProblem(put(List.of(List.of("alone"))), 400, "invalid-field");
        isProblem(put(Collections.nCopies(201, List.of("a", "b"))), 400, "invalid-field");
        isProblem(put(List.of(List.of("a", "b".repeat(61)))), 400, "invalid-field");
    }

    @Test
    void areOfTheAdministrator() {
        given().header("Authorization", reader())
                .get("/internal/v1/settings/search")
                .then()
                .statusCode(403);
    }

    private double lexical(String question) {
        return search(reader(), question).statusCode(200).extract().jsonPath().getDouble("passages[0].lexical");
    }

    private ValidatableResponse put(List<List<String>> synonyms) {
        return given().header("Authorization", admin())
                .contentType(ContentType.JSON)
                .body(Map.of("synonyms", synonyms))
                .put("/internal/v1/settings/search")
                .then();
    }

    private String admin() {
        return TestTokens.bearer(tenant, Scope.ADMIN);
    }
}
