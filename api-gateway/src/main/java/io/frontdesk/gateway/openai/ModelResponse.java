package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.gateway.problem.OpenAiError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer as OpenAI's responses have it. Clients read what stands there; what has no meaning here stands there as nothing.
 *
 * @param id {@code resp_} and the answer's id, by which {@code /v1/answers/{id}} knows it
 * @param createdAt in seconds since 1970
 * @param error why there is no answer, where there is none
 * @param incompleteDetails why it is shorter than it would be, where it is
 * @param output the answer; there is one, once it is begun
 * @param usage absent until it has ended
 */
@RegisterForReflection(registerFullHierarchy = true)
public record ModelResponse(
        String id,
        @Schema(enumeration = "response") String object,
        long createdAt,
        Status status,
        @Nullable Failure error,
        @Nullable IncompleteDetails incompleteDetails,
        String model,
        List<OutputMessage> output,
        @Nullable ResponseUsage usage,
        @Nullable String instructions,
        @Nullable String previousResponseId,
        @Nullable Double temperature,
        @Nullable Double topP,
        Map<String, String> metadata,
        List<String> tools,
        String toolChoice,
        boolean parallelToolCalls,
        boolean store) {
    public enum Status {
        IN_PROGRESS,
        COMPLETED,
        INCOMPLETE,
        FAILED
    }

    /** Why there is no answer. */
    @RegisterForReflection
    public record Failure(String code, String message) {
        static Failure of(Map<String, Object> problem) {
            OpenAiError.Detail told = OpenAiError.of(problem).error();
            String code = told.code().equals(OpenAiError.TOO_MANY) ? told.code() : "server_error";
            return new Failure(code, told.message());
        }
    }

    /** Why an answer is shorter than it would be. */
    @RegisterForReflection
    public record IncompleteDetails(
            @Schema(enumeration = {"max_output_tokens", "content_filter"})
            String reason) {}

    /** One of which nothing is said yet. */
    static ModelResponse begun(UUID answer, long createdAt) {
        return of(answer, createdAt, Status.IN_PROGRESS, null, null, List.of(), null);
    }

    static ModelResponse finished(AnswerEnd.Finished end, long createdAt) {
        Answer answer = end.answer();
        Status status = status(end.reason());
        return of(
                answer.id(),
                createdAt,
                status,
                null,
                details(end.reason()),
                List.of(OutputMessage.of(answer, status)),
                answer.usage());
    }

    static ModelResponse failed(UUID answer, long createdAt, AnswerEnd.Broken end) {
        return of(answer, createdAt, Status.FAILED, Failure.of(end.problem()), null, List.of(), null);
    }

    private static Status status(AnswerEnd.Reason reason) {
        return reason == AnswerEnd.Reason.STOP ? Status.COMPLETED : Status.INCOMPLETE;
    }

    private static @Nullable IncompleteDetails details(AnswerEnd.Reason reason) {
        return switch (reason) {
            case STOP -> null;
            case LENGTH -> new IncompleteDetails("max_output_tokens");
            case CONTENT_FILTER -> new IncompleteDetails("content_filter");
        };
    }

    private static ModelResponse of(
            UUID answer,
            long createdAt,
            Status status,
            @Nullable Failure error,
            @Nullable IncompleteDetails incomplete,
            List<OutputMessage> output,
            @Nullable Usage usage) {
        return new ModelResponse(
                "resp_" + answer,
                "response",
                createdAt,
                status,
                error,
                incomplete,
                Models.FRONTDESK,
                output,
                usage == null ? null : ResponseUsage.of(usage),
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                "none",
                false,
                false);
    }
}
