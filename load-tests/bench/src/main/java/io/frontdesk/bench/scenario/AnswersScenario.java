package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.figures.AddedTime;
import io.frontdesk.bench.figures.Series;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import io.frontdesk.local.suite.Service;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What answering adds to the language model: answers that no cache has, streamed through the gateway, beside the same prompts
 * asked of the model itself and the embedding of the same questions. All three in each round.
 */
public final class AnswersScenario implements Scenario {
    /** An answer takes it 490 ms: 100 until the first token, and 39 times 10. */
    private static final String MODEL = "sim-ttft100-itl10-len40";

    private static final String AT_ONCE = "sim-len40";

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String shows() {
        return "uncached answers of a language model (" + MODEL
                + "), streamed through the gateway, beside the same prompts asked"
                + " of the model itself, and the embedding of the same questions alone";
    }

    @Override
    public Load load() {
        return new Load.OpenLoop(50);
    }

    /** Answers take so long that a few connections would ask less than the rounds do. */
    @Override
    public Load warming(Load measured) {
        return measured;
    }

    @Override
    public List<Target> targets(Stage stage) {
        var tenant = stage.askingTenant();
        var model = stage.model(MODEL);
        model.plays(AT_ONCE);
        var written = Questions.load().fit(System.currentTimeMillis(), question -> isWritten(tenant, question));
        var prompts = model.prompts();
        model.plays("");
        if (prompts.isEmpty()) {
            throw new Failure("the suite does not ask the model");
        }
        long firstOrder = System.currentTimeMillis();
        return List.of(
                prompts(model, prompts),
                embedding(stage.token(tenant), written.unrepeated(firstOrder)),
                answers(stage, tenant, written.unrepeated(firstOrder)));
    }

    @Override
    public List<String> remarks(List<Series> found) {
        return List.of(
                "", AddedTime.of(found.get(0), found.get(1), found.get(2)).toString());
    }

    /** Not refused, and not told from a cache. */
    private static boolean isWritten(PublishingTenant tenant, String question) {
        return tenant.answer(question).path("model").asText().equals(MODEL);
    }

    private static Target prompts(SimulatedModel model, List<String> prompts) {
        Iterator<String> next =
                Stream.generate(() -> prompts).flatMap(List::stream).iterator();
        var headers = Map.of("authorization", "Bearer direct");
        return new Target(
                        "the model itself",
                        model.base(),
                        () -> Request.postJson("/v1/chat/completions", headers, next.next()),
                        body -> body.endsWith("data: [DONE]\n\n"))
                .beginningWith("\"content\":");
    }

    private static Target embedding(ServiceToken token, Supplier<String> questions) {
        return new Target(
                "embedding alone",
                ServiceToken.address(Service.RETRIEVAL),
                () -> Bodies.postArray("/internal/v1/embeddings", token.credentials(), "input", questions)
                        .get(),
                body -> body.contains("\"embedding\""));
    }

    private static Target answers(Stage stage, PublishingTenant tenant, Supplier<String> questions) {
        var headers = new HashMap<>(tenant.credentials());
        headers.put("accept", "text/event-stream");
        return new Target(
                        "answer, uncached",
                        stage.suite().url(),
                        Bodies.post("/v1/answers", headers, "question", questions),
                        body -> body.contains("answer.completed")
                                && body.contains("\"model\":\"" + MODEL)
                                && AnswerScenario.isUncachedAnswer(body))
                .beginningWith("answer.delta");
    }
}
