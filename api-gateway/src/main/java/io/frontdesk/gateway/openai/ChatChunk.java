package io.frontdesk.gateway.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an answer in OpenAI's form: its role, some of its text, its citations, its end, or what it took. */
@RegisterForReflection(registerFullHierarchy = true)
record ChatChunk(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TokenUsage usage) {
    @RegisterForReflection
    record Choice(int index, Delta delta, @Nullable String finishReason) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delta(
            @Nullable String role,
            @Nullable String content,
            @Nullable List<Annotation> annotations) {
        static final Delta BEGINNING = new Delta("assistant", "", null);
        static final Delta NOTHING = new Delta(null, null, null);

        static Delta text(String text) {
            return new Delta(null, text, null);
        }

        static Delta cited(List<Annotation> annotations) {
            return new Delta(null, null, annotations);
        }
    }
}
