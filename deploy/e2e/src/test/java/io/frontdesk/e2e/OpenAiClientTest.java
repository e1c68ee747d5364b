package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputMessage;
import com.openai.models.responses.ResponseOutputText;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenAI's own client, pointed at the gateway. */
@ExtendWith(SuiteExtension.class)
class OpenAiClientTest {
    private static final String LAPTOPS = "How long do I have to return a laptop?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Suite suite;
    private final Tenant tenant;
    private final OpenAIClient client;

    OpenAiClientTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Shop " + Ids.next());
        this.client = OpenAIOkHttpClient.builder()
                .baseUrl(suite.gatewayUrl(1) + "/v1")
                .apiKey(tenant.apiKey())
                .timeout(PATIENCE)
                .responseValidation(true)
                .build();
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void answersWithCitationsAndUnderstandsAFollowUp() {
        ReturnsPolicy.publish(tenant);

        ChatCompletionMessage first = message(asked(LAPTOPS).build());

        assertThat(first.content().orElseThrow()).contains("30 days", "[1]");
        assertThat(first.annotations().orElseThrow()).isNotEmpty().allSatisfy(annotation -> {
            assertThat(annotation.urlCitation().url()).isEqualTo(ReturnsPolicy.URL);
            assertThat(annotation.urlCitation().title()).isEqualTo("Returns and refunds");
            assertThat(first.content()
                            .orElseThrow()
                            .substring((int) annotation.urlCitation().startIndex(), (int)
                                    annotation.urlCitation().endIndex()))
                    .matches("\\[\\d+]");
        });

        ChatCompletionMessage next = message(asked(LAPTOPS)
                .addMessage(first)
                .addUserMessage("And for tablets?")
                .build());

        assertThat(next.content().orElseThrow()).contains("14 days");
    }

    @Test
    void streamsAnAnswerAsItIsSaidWithItsCitations() {
        ReturnsPolicy.publish(tenant);
        var params = asked(LAPTOPS)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        var whole = ChatCompletionAccumulator.create();
        var deltas = new Deltas();
        List<JsonValue> annotations = new ArrayList<>();

        try (var model = new PacedModel(suite);
                StreamResponse<ChatCompletionChunk> chunks =
                        client.chat().completions().createStreaming(params)) {
            chunks.stream().map(whole::accumulate).forEach(chunk -> chunk.choices()
                    .forEach(choice -> {
                        choice.delta().content().filter(text -> !text.isEmpty()).ifPresent(text -> deltas.came());
                        JsonValue told = choice.delta()._additionalProperties().get("annotations");
                        if (told != null) {
                            annotations.add(told);
                        }
                    }));
        }

        deltas.assertThatTheyComeApart();
        ChatCompletion completion = whole.chatCompletion();
        ChatCompletion.Choice choice = completion.choices().getFirst();
        assertThat(choice.message().content().orElseThrow()).contains("30 days");
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(completion.usage()).isPresent();
        assertThat(annotations).singleElement().satisfies(told -> assertThat(told.toString())
                .contains(ReturnsPolicy.URL));
        String answer = completion.id().substring("chatcmpl-".length());
        await().atMost(PATIENCE).untilAsserted(() -> tenant.via(2)
                .get("/v1/answers/{id}", answer)
                .then()
                .statusCode(200)
                .body("question", equalTo(LAPTOPS)));
    }

    @Test
    void answersAsAResponseWithCitationsAndUnderstandsAFollowUp() {
        ReturnsPolicy.publish(tenant);

        ResponseOutputMessage first =
                message(client.responses().create(responding().input(LAPTOPS).build()));

        ResponseOutputText text = text(first);
        assertThat(text.text()).contains("30 days", "[1]");
        assertThat(text.annotations()).isNotEmpty().allSatisfy(annotation -> {
            assertThat(annotation.asUrlCitation().url()).isEqualTo(ReturnsPolicy.URL);
            assertThat(text.text().substring((int) annotation.asUrlCitation().startIndex(), (int)
                            annotation.asUrlCitation().endIndex()))
                    .matches("\\[\\d+]");
        });

        ResponseOutputMessage next = message(client.responses()
                .create(responding()
                        .inputOfResponse(List.of(
                                asking(LAPTOPS),
                                ResponseInputItem.ofResponseOutputMessage(first),
                                asking("And for tablets?")))
                        .build()));

        assertThat(text(next).text()).contains("14 days");
    }

    @Test
    void streamsAResponseAsItIsSaidWithItsCitations() {
        ReturnsPolicy.publish(tenant);
        var whole = ResponseAccumulator.create();
        var deltas = new Deltas();
        List<String> urls = new ArrayList<>();

        try (var model = new PacedModel(suite);
                StreamResponse<ResponseStreamEvent> events = client.responses()
                        .createStreaming(responding().input(LAPTOPS).build())) {
            events.stream()
                    .map(whole::accumulate)
                    .peek(event -> event.outputTextDelta().ifPresent(delta -> deltas.came()))
                    .flatMap(event -> event.outputTextAnnotationAdded().stream())
                    .forEach(added -> urls.add(added._annotation().toString()));
        }

        deltas.assertThatTheyComeApart();
        assertThat(whole.response().status()).contains(ResponseStatus.COMPLETED);
        assertThat(text(message(whole.response())).text()).contains("30 days");
        assertThat(urls).isNotEmpty().allSatisfy(url -> assertThat(url).contains(ReturnsPolicy.URL));
    }

    @Test
    void listsTheModel() {
        assertThat(client.models().list().data()).extracting(Model::id).containsExactly("frontdesk");
        assertThat(client.models().retrieve("frontdesk").ownedBy()).isEqualTo("frontdesk");
    }

    @Test
    void saysWhatIsWrongInWordsThatTheClientKnows() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.models().retrieve("gpt-none"))
                .satisfies(e -> assertThat(e.code()).contains("model_not_found"));
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() ->
                        client.chat().completions().create(asked(LAPTOPS).n(2).build()))
                .satisfies(e -> assertThat(e.param()).contains("n"));
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.withOptions(options -> options.apiKey("fd_" + Ids.next() + "_wrong"))
                        .models()
                        .list())
                .satisfies(e -> assertThat(e.code()).contains("invalid_api_key"));
    }

    private static ChatCompletionCreateParams.Builder asked(String question) {
        return ChatCompletionCreateParams.builder()
                .model("gpt-4o")
                .temperature(0.2)
                .addSystemMessage("Answer in one word.")
                .addUserMessage(question);
    }

    private static ResponseCreateParams.Builder responding() {
        return ResponseCreateParams.builder().model("gpt-4o").temperature(0.2).instructions("Answer in one word.");
    }

    private static ResponseInputItem asking(String question) {
        return ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .content(question)
                .build());
    }

    private static ResponseOutputMessage message(Response response) {
        return response.output().getFirst().asMessage();
    }

    private static ResponseOutputText text(ResponseOutputMessage message) {
        return message.content().getFirst().asOutputText();
    }

    private ChatCompletionMessage message(ChatCompletionCreateParams params) {
        return client.chat().completions().create(params).choices().getFirst().message();
    }
}
