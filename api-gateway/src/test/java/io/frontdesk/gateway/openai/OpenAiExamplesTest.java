package io.frontdesk.gateway.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.Examples;
import io.frontdesk.gateway.problem.OpenAiError;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.kit.json.JsonConventions;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the OpenAPI document in OpenAI's form are what those in ours become. */
class OpenAiExamplesTest {
    private static final long ASKED = 1_773_051_845;

    private final ObjectMapper json = JsonConventions.mapper();

    @Test
    void ofAChatIsThatOfAnAnswer() throws IOException {
        assertThat(told(new ChatForm(ASKED, false).whole(end()))).isEqualTo(Examples.of("ChatCompletion"));
    }

    @Test
    void ofAResponseIsThatOfAnAnswer() throws IOException {
        assertThat(told(new ResponseForm(ASKED).whole(end()))).isEqualTo(Examples.of("ModelResponse"));
    }

    @Test
    void ofChunksAreThoseOfTheEvents() throws IOException {
        assertThat(stream(new ChatForm(ASKED, false)))
                .isEqualTo(Examples.of("completeChat.events").asText());
    }

    @Test
    void ofEventsOfAResponseAreThoseOfTheEvents() throws IOException {
        assertThat(stream(new ResponseForm(ASKED)))
                .isEqualTo(Examples.of("createResponse.events").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "Problem.401, OpenAiError.401",
        "Problem.403, OpenAiError.403",
        "Problem.413, OpenAiError.413",
        "Problem.415, OpenAiError.415",
        "QuotaExceeded.429, OpenAiError.429",
        "Problem.500, OpenAiError.500",
        "Problem.502, OpenAiError.502",
        "Overloaded.no-model, OpenAiError.503",
        "TimedOut.service, OpenAiError.504"
    })
    void ofErrorsAreThoseOfProblems(String problem, String error) throws IOException {
        Map<?, ?> members = json.convertValue(Examples.of(problem), Map.class);

        assertThat(told(OpenAiError.of(members))).isEqualTo(Examples.of(error));
    }

    private AnswerEnd.Finished end() throws IOException {
        return new AnswerEnd.Finished(json.treeToValue(Examples.of("Answer"), Answer.class), AnswerEnd.Reason.STOP);
    }

    /** As it is told, without what is null. */
    private JsonNode told(Object whole) throws IOException {
        JsonNode told = json.valueToTree(whole);
        removeNulls(told);
        return json.readTree(told.toString());
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(OpenAiExamplesTest::removeNulls);
    }

    private String stream(Form form) throws IOException {
        StringBuilder told = new StringBuilder();
        for (EventFrame frame : Examples.frames("answer.events")) {
            for (EventFrame its : form.frames(event(frame))) {
                told.append(its.bytes());
            }
        }
        return told.toString();
    }

    private AnswerEvent event(EventFrame frame) throws IOException {
        Class<? extends AnswerEvent> type =
                AnswerEvent.typeOf(frame.field("event").orElseThrow()).orElseThrow();
        return json.readValue(frame.field("data").orElseThrow(), type);
    }
}
