package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Suite;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import java.util.List;

/** {@code POST /v1/answers}, each question new, so that no cache can help. */
public final class AnswerScenario implements Scenario {
    @Override
    public String name() {
        return "answer";
    }

    @Override
    public String shows() {
        return "latency of an uncached answer through the gateway, beside a bare Quarkus endpoint that reads and writes the"
                + " same JSON";
    }

    @Override
    public Load load() {
        return new Load.OpenLoop(10);
    }

    @Override
    public List<Target> targets(Stage stage) {
        var suite = stage.suite();
        var questions = Questions.load().unrepeated(System.currentTimeMillis());
        var bare = new Target(
                "bare quarkus",
                stage.bareQuarkus(),
                Bodies.post("/echo", suite.credentials(), "question", questions),
                body -> body.contains("\"question\""));
        return List.of(bare, uncached(suite));
    }

    /** Answers to questions that nobody has asked before. */
    public static Target uncached(Suite suite) {
        var questions = Questions.load().unrepeated(System.currentTimeMillis());
        return new Target(
                "answer, uncached",
                suite.url(),
                Bodies.post("/v1/answers", suite.credentials(), "question", questions),
                AnswerScenario::isUncachedAnswer);
    }

    static boolean isUncachedAnswer(String body) {
        return body.replace(" ", "").contains("\"cache\":\"miss\"");
    }
}
