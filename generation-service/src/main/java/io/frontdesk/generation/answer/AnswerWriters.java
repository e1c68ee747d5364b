package io.frontdesk.generation.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.generation.extractive.ExtractiveAnswerer;
import io.frontdesk.generation.llm.GenAiMetrics;
import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.generation.llm.OpenAiStreamingChatModel;
import io.frontdesk.generation.llm.OpenAiStreamingChatModel.Endpoint;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.ExtractiveWriter;
import io.frontdesk.generation.writing.Ladder;
import io.frontdesk.generation.writing.LlmWriter;
import io.frontdesk.generation.writing.RefusingWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** Puts together who writes answers: the model where there is a key, and quoted sentences below it. */
final class AnswerWriters {
    private static final int CONNECT_MILLIS = 3_000;

    @Produces
    @Singleton
    AnswerWriter writer(
            LlmConfig llm,
            MeterRegistry registry,
            ObjectMapper json,
            Vertx vertx,
            @VirtualThreads ExecutorService virtualThreads) {
        var refusing = new RefusingWriter();
        var extractive = new ExtractiveWriter(new ExtractiveAnswerer(), refusing, virtualThreads);
        return llm.apiKey()
                .<AnswerWriter>map(key -> new Ladder(byModel(key, llm, registry, json, vertx), extractive, registry))
                .orElse(extractive);
    }

    private static LlmWriter byModel(
            String key, LlmConfig llm, MeterRegistry registry, ObjectMapper json, Vertx vertx) {
        var http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(llm.connections()).setConnectTimeout(CONNECT_MILLIS));
        var endpoint = new Endpoint(completions(llm), key, llm.model(), llm.timeout(), llm.pause());
        var model = new OpenAiStreamingChatModel(vertx, http, json, endpoint);
        var settings =
                new LlmWriter.Settings(llm.model(), llm.maxTokens(), llm.temperature(), Prices.from(llm.price()));
        var metrics = new GenAiMetrics(registry, System::nanoTime, llm.provider(), llm.model());
        return new LlmWriter(model, settings, new PromptBuilder(), metrics);
    }

    private static String completions(LlmConfig llm) {
        String base = llm.baseUrl().toString();
        return (base.endsWith("/") ? base : base + "/") + "chat/completions";
    }
}
