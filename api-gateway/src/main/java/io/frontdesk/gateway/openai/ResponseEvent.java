package io.frontdesk.gateway.openai;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a response while it is given. A response has one message here and that one text, so that every index of them is 0.
 * The numbers of the events rise by one, from 0.
 */
sealed interface ResponseEvent {
    String type();

    /** How the response stands: {@code response.created}, {@code in_progress}, {@code completed}, {@code incomplete} or {@code failed}. */
    @RegisterForReflection
    record Standing(String type, int sequenceNumber, ModelResponse response) implements ResponseEvent {}

    /** {@code response.output_item.added} or {@code done}. */
    @RegisterForReflection
    record Item(String type, int sequenceNumber, int outputIndex, OutputMessage item) implements ResponseEvent {}

    /** {@code response.content_part.added} or {@code done}. */
    @RegisterForReflection
    record Part(
            String type, int sequenceNumber, String itemId, int outputIndex, int contentIndex, OutputMessage.Text part)
            implements ResponseEvent {}

    /** {@code response.output_text.delta}: more of the text. */
    @RegisterForReflection
    record Delta(
            String type,
            int sequenceNumber,
            String itemId,
            int outputIndex,
            int contentIndex,
            String delta,
            List<String> logprobs)
            implements ResponseEvent {}

    /** {@code response.output_text.done}: the text is whole. */
    @RegisterForReflection
    record Whole(
            String type,
            int sequenceNumber,
            String itemId,
            int outputIndex,
            int contentIndex,
            String text,
            List<String> logprobs)
            implements ResponseEvent {}

    /** {@code response.output_text.annotation.added}. */
    @RegisterForReflection
    record Annotated(
            String type,
            int sequenceNumber,
            String itemId,
            int outputIndex,
            int contentIndex,
            int annotationIndex,
            OutputMessage.UrlCitation annotation)
            implements ResponseEvent {}

    /** {@code error}: there is not even a response. */
    @RegisterForReflection
    record Failed(
            String type,
            int sequenceNumber,
            String code,
            String message,
            @Nullable String param) implements ResponseEvent {}
}
