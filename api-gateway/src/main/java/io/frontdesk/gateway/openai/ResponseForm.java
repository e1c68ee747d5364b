package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.problem.OpenAiError;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.upstream.UpstreamJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one answer as those of a response. What is cited is told when the text is whole. */
final class ResponseForm implements Form {
    private final long created;
    private final List<EventFrame> frames = new ArrayList<>();
    private int number;
    private @Nullable UUID answer;

    ResponseForm(long created) {
        this.created = created;
    }

    @Override
    public List<EventFrame> frames(AnswerEvent event) {
        frames.clear();
        switch (event) {
            case AnswerEvent.Started started -> begin(started.id());
            case AnswerEvent.Delta delta -> add(delta.text());
            case AnswerEvent.Searching searching -> {}
            case AnswerEvent.Waiting waiting -> {}
            case AnswerEvent.Cited cited -> {}
            case AnswerEvent.Terminal terminal -> end(AnswerEnd.of(terminal));
        }
        return List.copyOf(frames);
    }

    @Override
    public ModelResponse whole(AnswerEnd.Finished end) {
        return ModelResponse.finished(end, created);
    }

    private void begin(UUID id) {
        answer = id;
        ModelResponse begun = ModelResponse.begun(id, created);
        tell(new ResponseEvent.Standing("response.created", number, begun));
        tell(new ResponseEvent.Standing("response.in_progress", number, begun));
        tell(new ResponseEvent.Item("response.output_item.added", number, 0, OutputMessage.begun(id)));
        tell(part("response.content_part.added", id, OutputMessage.Text.EMPTY));
    }

    private void add(String text) {
        if (answer != null) {
            tell(new ResponseEvent.Delta(
                    "response.output_text.delta", number, OutputMessage.id(answer), 0, 0, text, List.of()));
        }
    }

    private void end(AnswerEnd end) {
        switch (end) {
            case AnswerEnd.Finished finished -> finish(finished);
            case AnswerEnd.Broken broken -> breakOff(broken);
        }
    }

    private void finish(AnswerEnd.Finished end) {
        UUID id = end.answer().id();
        if (answer == null) {
            begin(id);
        }
        ModelResponse response = whole(end);
        OutputMessage message = response.output().getFirst();
        OutputMessage.Text text = message.content().getFirst();
        for (int i = 0; i < text.annotations().size(); i++) {
            tell(new ResponseEvent.Annotated(
                    "response.output_text.annotation.added",
                    number,
                    message.id(),
                    0,
                    0,
                    i,
                    text.annotations().get(i)));
        }
        tell(new ResponseEvent.Whole(
                "response.output_text.done", number, message.id(), 0, 0, text.text(), text.logprobs()));
        tell(part("response.content_part.done", id, text));
        tell(new ResponseEvent.Item("response.output_item.done", number, 0, message));
        boolean complete = response.status() == ModelResponse.Status.COMPLETED;
        tell(new ResponseEvent.Standing(complete ? "response.completed" : "response.incomplete", number, response));
    }

    private void breakOff(AnswerEnd.Broken end) {
        if (answer == null) {
            OpenAiError.Detail told = OpenAiError.of(end.problem()).error();
            tell(new ResponseEvent.Failed("error", number, told.code(), told.message(), told.param()));
        } else {
            tell(new ResponseEvent.Standing("response.failed", number, ModelResponse.failed(answer, created, end)));
        }
    }

    private ResponseEvent part(String type, UUID id, OutputMessage.Text text) {
        return new ResponseEvent.Part(type, number, OutputMessage.id(id), 0, 0, text);
    }

    private void tell(ResponseEvent event) {
        frames.add(new EventFrame("event: " + event.type() + "\ndata: " + UpstreamJson.write(event)));
        number++;
    }
}
