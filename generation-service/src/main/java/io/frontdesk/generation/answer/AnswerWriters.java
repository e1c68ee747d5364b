package io.frontdesk.generation.answer;

import io.frontdesk.generation.extractive.ExtractiveAnswerer;
import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.generation.pool.ChatPool;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.ExtractiveWriter;
import io.frontdesk.generation.writing.Ladder;
import io.frontdesk.generation.writing.LlmWriter;
import io.frontdesk.generation.writing.RefusingWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** Puts together who writes answers: the model where there are keys, and quoted sentences below it. */
final class AnswerWriters {
    @Produces
    @Singleton
    AnswerWriter writer(
            LlmConfig llm, ChatPool pool, MeterRegistry registry, @VirtualThreads ExecutorService virtualThreads) {
        var extractive = new ExtractiveWriter(new ExtractiveAnswerer(), new RefusingWriter(), virtualThreads);
        var settings = new LlmWriter.Settings(llm.maxTokens(), llm.temperature(), llm.modelChoice());
        var ladder = new Ladder(new LlmWriter(pool, settings, new PromptBuilder()), extractive, registry);
        // Keys may come and go while the service runs.
        return draft -> pool.isEmpty() ? extractive.write(draft) : ladder.write(draft);
    }
}
