package io.frontdesk.generation.writing;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.choice.ModelChoice;
import io.frontdesk.generation.choice.ModelChooser;
import io.frontdesk.generation.guard.KnownLinks;
import io.frontdesk.generation.guard.OutputGuard;
import io.frontdesk.generation.guard.Placeholders;
import io.frontdesk.generation.llm.LlmConfig.ModelPreference;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.pool.ChatAsk;
import io.frontdesk.generation.pool.ChatPool;
import io.frontdesk.generation.pool.PoolPart;
import io.frontdesk.generation.prompt.Prompt;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.frontdesk.generation.settings.AnswerSettings;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Answers by a language model that is given the passages, token by token, its references checked. Fails with an {@link
 * io.frontdesk.generation.llm.LlmFailure} as long as none has said anything; once one has begun and no other can go on, the answer
 * is incomplete. What another replica has left behind a model goes on with that accepts the beginning of an answer.
 */
public final class LlmWriter implements AnswerWriter {
    private final ChatPool pool;
    private final Settings settings;
    private final PromptBuilder prompts;

    /**
     * How a model is asked, where the tenant has not settled it.
     *
     * @param maxTokens the longest answer
     * @param models which of them writes
     */
    public record Settings(int maxTokens, OptionalDouble temperature, ModelPreference models) {}

    public LlmWriter(ChatPool pool, Settings settings, PromptBuilder prompts) {
        this.pool = pool;
        this.settings = settings;
        this.prompts = prompts;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return write(draft, "");
    }

    /** What was said goes to a model that accepts it, masked as the prompt is, and through all checks once more. */
    @Override
    public Multi<AnswerEvent> goOn(Draft draft, Said said) {
        return said.leftOutOf(write(draft, said.text()))
                .onFailure(LlmFailure.class)
                .transform(e -> new CannotGoOn());
    }

    private Multi<AnswerEvent> write(Draft draft, String said) {
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
            ModelChoice choice = ModelChooser.choose(draft.question(), draft.passages(), preference(draft.settings()));
            var written = new LlmAnswer(draft, choice, guard(draft, prompt, placeholders));
            String beginning = placeholders.maskBeginning(said);
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom().item(new PoolPart.Token(beginning)),
                            pool.write(ask(draft, choice, prompt, beginning)))
                    .onItem()
                    .transformToIterable(written::take);
        });
    }

    private ModelPreference preference(AnswerSettings tenants) {
        return tenants.model().map(pool::preferenceOf).orElse(settings.models());
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

    private ChatAsk ask(Draft draft, ModelChoice choice, Prompt prompt, String beginning) {
        int longest = Math.min(
                settings.maxTokens(), draft.settings().maxAnswerTokens().orElse(settings.maxTokens()));
        return new ChatAsk(
                draft.conversationId(),
                choice.tier(),
                List.of(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.material())),
                longest,
                settings.temperature(),
                beginning);
    }
}
