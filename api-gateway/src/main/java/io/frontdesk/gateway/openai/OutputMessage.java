package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Answer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a response says. */
@RegisterForReflection(registerFullHierarchy = true)
public record OutputMessage(
        String id,
        @Schema(enumeration = "message") String type,
        @Schema(enumeration = "assistant") String role,
        ModelResponse.Status status,
        List<Text> content) {
    /** Its text, and what that rests on. */
    @RegisterForReflection
    public record Text(
            @Schema(enumeration = "output_text") String type,
            String text,
            List<UrlCitation> annotations,
            List<String> logprobs) {
        static final Text EMPTY = of("", List.of());

        static Text of(Answer answer) {
            return of(
                    answer.answer(),
                    Annotation.of(answer).stream().map(UrlCitation::of).toList());
        }

        private static Text of(String text, List<UrlCitation> annotations) {
            return new Text("output_text", text, annotations, List.of());
        }
    }

    /** A citation: an {@link Annotation} without its inner object. */
    @RegisterForReflection
    public record UrlCitation(
            @Schema(enumeration = Annotation.URL_CITATION) String type,
            String url,
            String title,
            int startIndex,
            int endIndex) {
        static UrlCitation of(Annotation annotation) {
            Annotation.UrlCitation cited = annotation.urlCitation();
            return new UrlCitation(annotation.type(), cited.url(), cited.title(), cited.startIndex(), cited.endIndex());
        }
    }

    static String id(UUID answer) {
        return "msg_" + answer;
    }

    static OutputMessage begun(UUID answer) {
        return new OutputMessage(id(answer), "message", "assistant", ModelResponse.Status.IN_PROGRESS, List.of());
    }

    static OutputMessage of(Answer answer, ModelResponse.Status status) {
        return new OutputMessage(id(answer.id()), "message", "assistant", status, List.of(Text.of(answer)));
    }
}
