package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.simulator.answer.Prompt;
import io.frontdesk.simulator.answer.Tokens;
import io.frontdesk.simulator.wire.ChatRequest;
import io.frontdesk.simulator.wire.Chunks;
import io.frontdesk.simulator.wire.Completion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A chat completion, plain or streamed. */
record ChatWork(ChatRequest request) implements Work {
    static ChatWork from(ObjectNode body) {
        return new ChatWork(ChatRequest.from(body));
    }

    @Override
    public String model() {
        return request.model();
    }

    @Override
    public void answer(Behaviour behaviour, Exchange exchange) {
        var completion = complete(behaviour);
        if (request.stream()) {
            new ChatStream(exchange, behaviour, completion, new Chunks(completion, request.includeUsage())).start();
        } else {
            exchange.after(
                    behaviour.timeFor(completion.tokens().size()),
                    () -> exchange.reply(behaviour.fault(), completion.json()));
        }
    }

    private Completion complete(Behaviour behaviour) {
        var prompt = new Prompt(request.messages());
        var tokens = afterItsBeginning(tokens(beforeAnyStop(behaviour.voice().answer(prompt)), behaviour));
        boolean tooLong = tokens.size() > request.maxTokens();
        return new Completion(
                "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""),
                Instant.now().getEpochSecond(),
                request.model(),
                tooLong ? tokens.subList(0, request.maxTokens()) : tokens,
                tooLong ? "length" : "stop",
                prompt.tokens());
    }

    private static List<String> tokens(String answer, Behaviour behaviour) {
        var own = Tokens.of(answer);
        var asked = behaviour.length() > 0 ? Tokens.fitted(own, behaviour.length()) : own;
        var fault = behaviour.fault();
        return fault.exists() && asked.size() <= fault.after() ? Tokens.fitted(asked, fault.after() + 1) : asked;
    }

    /** What is left to say where the conversation ends with the beginning of the answer, as models do that accept a prefix. */
    private List<String> afterItsBeginning(List<String> answer) {
        var last = request.messages().getLast();
        var whole = String.join("", answer);
        return last.isModels() && whole.startsWith(last.text())
                ? Tokens.of(whole.substring(last.text().length()))
                : answer;
    }

    private String beforeAnyStop(String answer) {
        int end = request.stop().stream()
                .mapToInt(answer::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(answer.length());
        return answer.substring(0, end);
    }
}
