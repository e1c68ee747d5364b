package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.problem.OpenAiError;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.upstream.UpstreamJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one answer as chunks. What is cited is told when the text is whole. An answer that ends as it should ends with
 * {@code [DONE]}; one that fails or breaks off, with an error and without it.
 */
final class ChatForm implements Form {
    private static final EventFrame DONE = new EventFrame("data: [DONE]");

    private final long created;
    private final boolean wantsUsage;
    private String id = "";

    ChatForm(long created, boolean wantsUsage) {
        this.created = created;
        this.wantsUsage = wantsUsage;
    }

    @Override
    public List<EventFrame> frames(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Started started -> {
                id = ChatCompletion.id(started.id());
                yield List.of(delta(ChatChunk.Delta.BEGINNING, null));
            }
            case AnswerEvent.Delta delta -> List.of(delta(ChatChunk.Delta.text(delta.text()), null));
            case AnswerEvent.Searching searching -> List.of();
            case AnswerEvent.Waiting waiting -> List.of();
            case AnswerEvent.Cited cited -> List.of();
            case AnswerEvent.Terminal terminal -> end(AnswerEnd.of(terminal));
        };
    }

    @Override
    public ChatCompletion whole(AnswerEnd.Finished end) {
        return ChatCompletion.of(end, created);
    }

    private List<EventFrame> end(AnswerEnd end) {
        return switch (end) {
            case AnswerEnd.Broken broken -> List.of(frame(OpenAiError.of(broken.problem())));
            case AnswerEnd.Finished(Answer answer, AnswerEnd.Reason reason) ->
                finished(answer, ChatCompletion.finishReason(reason));
        };
    }

    private List<EventFrame> finished(Answer answer, String reason) {
        List<EventFrame> frames = new ArrayList<>();
        List<Annotation> annotations = Annotation.of(answer);
        if (!annotations.isEmpty()) {
            frames.add(delta(ChatChunk.Delta.cited(annotations), null));
        }
        frames.add(delta(ChatChunk.Delta.NOTHING, reason));
        if (wantsUsage) {
            frames.add(chunk(List.of(), TokenUsage.of(answer.usage())));
        }
        frames.add(DONE);
        return frames;
    }

    private EventFrame delta(ChatChunk.Delta delta, @Nullable String reason) {
        return chunk(List.of(new ChatChunk.Choice(0, delta, reason)), null);
    }

    private EventFrame chunk(List<ChatChunk.Choice> choices, @Nullable TokenUsage usage) {
        return frame(new ChatChunk(id, "chat.completion.chunk", created, Models.FRONTDESK, choices, usage));
    }

    private static EventFrame frame(Object data) {
        return new EventFrame("data: " + UpstreamJson.write(data));
    }
}
