package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Chat completions of a language model that answers at once: through nginx, which passes on what it gets; from the model itself; and
 * through the suite, which looks for what the documents hold, or gives an answer again.
 */
public final class OpenAiScenario implements Scenario {
    private static final String MODEL = "sim-len40";
    private static final String PATH = "/v1/chat/completions";

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public String shows() {
        return "chat completions of a language model that answers at once (" + MODEL
                + "), through nginx, and as the suite's answers";
    }

    @Override
    public Load load() {
        return FOUR_CONNECTIONS;
    }

    @Override
    public List<Target> targets(Stage stage) {
        var tenant = stage.askingTenant();
        var model = stage.model(MODEL);
        var direct = Map.of("authorization", "Bearer direct");
        var questions = Questions.load();
        var suite = stage.suite().url();
        return List.of(
                chat("nginx before the model", stage.nginxBefore(model.base()), direct, MODEL, questions.repeated()),
                chat("the model itself", model.base(), direct, MODEL, questions.repeated()),
                chat("suite, given again", suite, tenant.credentials(), "frontdesk", () -> questions
                        .all()
                        .getFirst()),
                chat(
                        "suite, each new",
                        suite,
                        tenant.credentials(),
                        "frontdesk",
                        questions.unrepeated(System.currentTimeMillis())));
    }

    private static Target chat(
            String name, URI base, Map<String, String> headers, String model, Supplier<String> questions) {
        return new Target(
                name, base, () -> request(headers, model, questions.get()), body -> body.contains("\"content\""));
    }

    private static Request request(Map<String, String> headers, String model, String question) {
        var body = JsonNodeFactory.instance.objectNode().put("model", model);
        body.putArray("messages").addObject().put("role", "user").put("content", question);
        return Request.postJson(PATH, headers, body.toString());
    }
}
