package io.frontdesk.gateway.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.documents.DocumentStatus;
import io.frontdesk.gateway.Examples;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.operations.DescribedApi.Place;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.kit.json.JsonConventions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in {@code META-INF/openapi.yaml}: none is missing, none is wrong, none stands nowhere. */
@QuarkusTest
class ExamplesTest extends GatewayTest {
    /** What is no text, which the description of the operation says enough of. */
    private static final Set<String> FILES = Set.of("application/octet-stream", "multipart/form-data");

    private static final Pattern REFERENCE = Pattern.compile("#/components/examples/([^\"]+)");
    private static final Pattern ID_WITH_VERSION =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f-]{17}");

    private final ObjectMapper json =
            JsonConventions.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private String document = "";
    private DescribedApi api = DescribedApi.of(json.createObjectNode());

    @BeforeEach
    void readsTheDocument() throws JsonProcessingException {
        document = given().accept("application/json").get("/openapi").asString();
        api = DescribedApi.of(json.readTree(document));
    }

    @Test
    void standBesideEveryBodyAndEveryParameterOfAPath() {
        assertThat(api.places())
                .hasSizeGreaterThan(200)
                .filteredOn(place -> place.examples().isEmpty())
                .filteredOn(
                        place -> !place.mediaType().isEmpty() || place.name().contains(" path "))
                .filteredOn(place -> !FILES.contains(place.mediaType()))
                .extracting(Place::name, Place::mediaType)
                .isEmpty();
    }

    @Test
    void areWhatTheSchemasSay() {
        assertThat(api.places().stream()
                        .filter(place -> !place.mediaType().equals("text/event-stream"))
                        .flatMap(api::faults))
                .isEmpty();
    }

    @Test
    void areAllShown() {
        List<String> shown = REFERENCE
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(api.root().at("/components/examples").properties())
                .hasSizeGreaterThan(100)
                .allSatisfy(example -> assertThat(shown).contains(example.getKey()));
    }

    @Test
    void haveIdsAsTheyAreMadeHereAndKeysAsClientsMakeThem() {
        assertThat(ID_WITH_VERSION
                        .matcher(api.root().at("/components/examples").toString())
                        .results()
                        .map(id -> id.group(1)))
                .hasSizeGreaterThan(100)
                .isSubsetOf("4", "7");
    }

    @Test
    void ofProblemsAreOfTheStatusThatTheyStandUnder() {
        assertThat(api.places())
                .filteredOn(place -> place.mediaType().equals(Problem.MEDIA_TYPE))
                .filteredOn(place -> !place.name().endsWith(" default"))
                .hasSizeGreaterThan(100)
                .allSatisfy(place -> assertThat(place.examples())
                        .allSatisfy(problem -> assertThat(place.name()).endsWith(" " + problem.path("status"))));
    }

    @Test
    void ofProblemsAreOfTypesThatThereAre() {
        assertThat(api.places().stream()
                        .filter(place -> place.mediaType().equals(Problem.MEDIA_TYPE))
                        .flatMap(place -> place.examples().stream()))
                .allSatisfy(problem -> {
                    ProblemType type = ProblemType.of(problem.path("type").asText());
                    assertThat(problem.path("type").asText())
                            .isEqualTo(type.uri().toString());
                    assertThat(problem.path("title").asText()).isEqualTo(type.title());
                    assertThat(problem.path("status").asInt()).isEqualTo(type.status());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer.events", "answerEvents.events"})
    void ofAnswersUnderWayAreEventsOfThem(String example) throws JsonProcessingException {
        List<EventFrame> frames = Examples.frames(example);

        for (EventFrame frame : frames) {
            assertThat(read(frame, AnswerEvent.typeOf(name(frame)).orElseThrow())
                            .name())
                    .isEqualTo(name(frame));
        }
        assertThat(name(frames.getLast())).isEqualTo("answer.completed");
    }

    @Test
    void ofTheLifeOfADocumentAreEventsOfIt() throws JsonProcessingException {
        List<EventFrame> frames = Examples.frames("documentEvents.events");

        for (EventFrame frame : frames) {
            DocumentStatus status = read(frame, DocumentStatus.class);
            assertThat(name(frame)).isIn(status.name(), DocumentStatus.PROGRESS);
        }
        assertThat(name(frames.getLast())).isEqualTo("document.indexed");
    }

    @Test
    void ofTheEndOfAStreamAreTheAnswer() throws JsonProcessingException {
        JsonNode end = json.readTree(
                Examples.frames("answer.events").getLast().field("data").orElseThrow());

        assertThat(end.get("answer"))
                .isEqualTo(json.readTree(Examples.of("Answer").toString()));
    }

    private static String name(EventFrame frame) {
        return frame.field("event").orElseThrow();
    }

    private <T> T read(EventFrame frame, Class<T> type) throws JsonProcessingException {
        return json.readValue(frame.field("data").orElseThrow(), type);
    }
}
