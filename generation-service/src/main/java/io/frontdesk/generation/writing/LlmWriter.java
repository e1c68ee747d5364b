package io.frontdesk.generation.writing;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.guard.KnownLinks;
import io.frontdesk.generation.guard.OutputGuard;
import io.frontdesk.generation.guard.Placeholders;
import io.frontdesk.generation.llm.ChatStream;
import io.frontdesk.generation.llm.GenAiMetrics;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.prompt.Prompt;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.frontdesk.generation.settings.AnswerSettings;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Map;
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
     */
    public record Settings(String model, int maxTokens, OptionalDouble temperature, Prices prices) {}

    public LlmWriter(StreamingChatModel model, Settings settings, PromptBuilder prompts, GenAiMetrics metrics) {
        this.model = model;
        this.settings = settings;
        this.prompts = prompts;
        this.metrics = metrics;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return Multi.createFrom().deferred(() -> {
            var placeholders = new Placeholders(draft.settings().masked());
            Prompt prompt =
                    prompts.build(draft.settings(), draft.question(), draft.passages(), draft.history(), placeholders);
            draft.steps()
                    .note(
                            "prompt",
                            Map.of(
                                    "version",
                                    prompt.version(),
                                    "passages",
                                    draft.passages().size(),
                                    "masked",
                                    placeholders.count()));
            var written = new LlmAnswer(draft, settings, guard(draft, prompt, placeholders));
            return metrics.observe(ChatStream.of(model, request(prompt, draft.settings())))
                    .onItem()
                    .transformToIterable(written::take)
                    .onFailure(failure -> written.isBegun())
                    .recoverWithMulti(() -> Multi.createFrom().iterable(written.breakOff()));
        });
    }

    private static OutputGuard guard(Draft draft, Prompt prompt, Placeholders placeholders) {
        String said = draft.question() + "\n" + draft.history().text();
        var links = KnownLinks.of(draft.passages(), said, draft.settings().linkHosts());
        return new OutputGuard(
                placeholders,
                links,
                prompt.instructions(),
                List.of(draft.settings().fallback()));
    }

    private ChatRequest request(Prompt prompt, AnswerSettings tenants) {
        int longest = Math.min(settings.maxTokens(), tenants.maxAnswerTokens().orElse(settings.maxTokens()));
        var request = ChatRequest.builder()
                .messages(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.material()))
                .modelName(settings.model())
                .maxOutputTokens(longest);
        settings.temperature().ifPresent(request::temperature);
        return request.build();
    }
}
