package io.frontdesk.generation.writing;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.llm.ChatStream;
import io.frontdesk.generation.llm.GenAiMetrics;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.prompt.Prompt;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.smallrye.mutiny.Multi;
import java.util.OptionalDouble;

/**
 * Answers by a language model that is given the passages, token by token, its references checked. Fails with the model's
 * {@link LlmFailure} as long as it has said nothing; once it has begun, a failure makes the answer incomplete.
 */
public final class LlmWriter implements AnswerWriter {
    private final StreamingChatModel model;
    private final Settings settings;
    private final PromptBuilder prompts;
    private final GenAiMetrics metrics;

    /**
     * How the model is asked.
     *
     * @param model its name
     * @param maxTokens the longest answer
     * @param prices what it costs
     * @param refusal the sentence by which it refuses
     */
    public record Settings(String model, int maxTokens, OptionalDouble temperature, Prices prices, String refusal) {}

    public LlmWriter(StreamingChatModel model, Settings settings, PromptBuilder prompts, GenAiMetrics metrics) {
        this.model = model;
        this.settings = settings;
        this.prompts = prompts;
        this.metrics = metrics;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return Multi.createFrom().deferred(() -> {
            var written = new LlmAnswer(draft, settings);
            return metrics.observe(ChatStream.of(model, request(draft)))
                    .onItem()
                    .transformToIterable(written::take)
                    .onFailure(failure -> written.isBegun())
                    .recoverWithMulti(() -> Multi.createFrom().iterable(written.breakOff()));
        });
    }

    private ChatRequest request(Draft draft) {
        Prompt prompt = prompts.build(draft.question(), draft.passages(), draft.history());
        var request = ChatRequest.builder()
                .messages(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.material()))
                .modelName(settings.model())
                .maxOutputTokens(settings.maxTokens());
        settings.temperature().ifPresent(request::temperature);
        return request.build();
    }
}
