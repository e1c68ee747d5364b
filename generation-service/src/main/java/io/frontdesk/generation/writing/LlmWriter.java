package io.frontdesk.generation.writing;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.choice.ModelChoice;
import io.frontdesk.generation.choice.ModelChooser;
import io.frontdesk.generation.pool.ChatAsk;
import io.frontdesk.generation.pool.ChatPool;
import io.frontdesk.generation.prompt.Prompt;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Answers by a language model that is given the passages, token by token, its references checked. Fails with an {@link
 * io.frontdesk.generation.llm.LlmFailure} as long as none has said anything; once one has begun and no other can go on, the answer
 * is incomplete.
 */
public final class LlmWriter implements AnswerWriter {
    private final ChatPool pool;
    private final Settings settings;
    private final PromptBuilder prompts;

    /**
     * How a model is asked.
     *
     * @param maxTokens the longest answer
     * @param refusal the sentence by which it refuses
     */
    public record Settings(int maxTokens, OptionalDouble temperature, String refusal) {}

    public LlmWriter(ChatPool pool, Settings settings, PromptBuilder prompts) {
        this.pool = pool;
        this.settings = settings;
        this.prompts = prompts;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return Multi.createFrom().deferred(() -> {
            ModelChoice choice = ModelChooser.choose(
                    draft.question(), draft.passages(), draft.policy().models());
            var written = new LlmAnswer(draft, choice, settings.refusal());
            return pool.write(ask(draft, choice)).onItem().transformToIterable(written::take);
        });
    }

    private ChatAsk ask(Draft draft, ModelChoice choice) {
        Prompt prompt = prompts.build(draft.question(), draft.passages());
        return new ChatAsk(
                draft.conversationId(),
                choice.tier(),
                List.of(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.material())),
                settings.maxTokens(),
                settings.temperature());
    }
}
