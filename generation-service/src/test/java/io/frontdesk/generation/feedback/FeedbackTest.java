package io.frontdesk.generation.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.records.RecordsOf;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class FeedbackTest extends ServiceTest {
    private static final String ANN = "visitor:ann";

    @Inject
    Owner owner;

    @Inject
    Recorder recorder;

    private FinishedAnswer answer;

    @BeforeEach
    void answer() {
        answer = new RecordsOf(tenant, ANN).answered("Can I return a laptop?", Instant.now(), Duration.ofMillis(300));
        recorder.keep(answer).await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void keepsTheLastWordOfEachCaller() {
        give(ANN, "{\"rating\": \"down\", \"reason\": \"wrong\", \"comment\": \"It is 60 days.\"}", Scope.CHAT)
                .statusCode(200)
                .body("rating", equalTo("down"))
                .body("reason", equalTo("wrong"));
        give(ANN, "{\"rating\": \"down\", \"reason\": \"outdated\"}", Scope.CHAT)
                .statusCode(200);
        give("user:agent", "{\"rating\": \"up\"}", Scope.ANALYTICS).statusCode(200);

        assertThat(owner.strings(
                        "select concat_ws(' ', customer, rating, reason, comment) from feedback where answer_id = ? order by 1",
                        answer.id()))
                .containsExactly("user:agent up", ANN + " down outdated");
    }

    @Test
    void countsAQuestionAsBadlyAnsweredWhileSomebodyDislikesTheAnswer() {
        give(ANN, "{\"rating\": \"down\"}", Scope.CHAT).statusCode(200);
        give("user:agent", "{\"rating\": \"down\"}", Scope.ANALYTICS).statusCode(200);
        give(ANN, "{\"rating\": \"up\"}", Scope.CHAT).statusCode(200);

        assertThat(unanswered()).containsExactly("disliked");

        give("user:agent", "{\"rating\": \"up\"}", Scope.ANALYTICS).statusCode(200);

        assertThat(unanswered()).isEmpty();
    }

    @Test
    void countsNoQuestionWhereADislikedAnswerWasToNone() {
        answer = new RecordsOf(tenant, ANN).turnedAway("Tell me a joke", Instant.now());
        recorder.keep(answer).await().atMost(Duration.ofSeconds(20));

        give(ANN, "{\"rating\": \"down\"}", Scope.CHAT).statusCode(200);

        assertThat(unanswered()).isEmpty();
    }

    @Test
    void knowsNoAnswerOfAnother() {
        give("visitor:bob", "{\"rating\": \"up\"}", Scope.CHAT)
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                       | rating
            {"rating": "sideways"}                   | rating
            {"rating": "up", "comment": "a\\u0000b"} | comment
            """)
    void refusesWhatIsNoFeedback(String body, String field) {
        give(ANN, body, Scope.CHAT)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-field"))
                .body("field", equalTo(field));
    }

    private List<String> unanswered() {
        return owner.strings("select reason from unanswered where answer_id = ?", answer.id());
    }

    private ValidatableResponse give(String subject, String feedback, Scope scope) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.sign(TestTokens.claims(tenant, List.of(), scope)
                                        .subject(subject)))
                .contentType(ContentType.JSON)
                .body(feedback)
                .post("/internal/v1/answers/" + answer.id() + "/feedback")
                .then();
    }
}
