package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.environment.Suite;
import io.frontdesk.bench.figures.Series;
import io.frontdesk.bench.figures.Shares;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import java.util.List;

/**
 * An answer that is given again, beside the least that it could cost, one GET of the same Redis; and what authentication and limits
 * cost, as the difference between a fixed list that needs both and a fixed map that needs neither.
 */
public final class CachedScenario implements Scenario {
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final int TRIES = 20;

    @Override
    public String name() {
        return "cached";
    }

    @Override
    public String shows() {
        return "requests a second of an answer that is given again, authenticated and limited, beside a bare Quarkus endpoint that"
                + " reads the same text from the same Redis";
    }

    @Override
    public Load load() {
        return new Load.Wrk(32);
    }

    @Override
    public Load warming(Load measured) {
        return load();
    }

    @Override
    public List<Target> targets(Stage stage) {
        var suite = stage.suite();
        var question = question(suite);
        var bare = stage.bareQuarkusOnRedis();
        var stored = Request.putJson("/stored/answer", kept(suite, question).toString());
        IdentityAccount.send(bare, stored);
        var models = new Request("GET", "/v1/models", suite.credentials(), "");
        return List.of(
                new Target(
                        "bare quarkus, one GET", bare, () -> Request.get("/stored/answer"), CachedScenario::isAnswer),
                new Target(
                        "answer, given again", suite.url(), () -> question, CachedScenario::isHit, stage.untilQuiet()),
                new Target(
                        "fixed, authenticated, limited", suite.url(), () -> models, body -> body.contains("frontdesk")),
                new Target("fixed, neither", suite.url(), () -> Request.get("/health"), body -> body.contains("up")));
    }

    @Override
    public List<String> remarks(List<Series> found) {
        var shares = Shares.ofTime(found.get(2), found.get(3), found.get(1));
        return List.of("", "authentication and limits: %s of the throughput of answers given again".formatted(shares));
    }

    /** One answer, given again and again. */
    public static Target again(Suite suite) {
        var question = question(suite);
        kept(suite, question);
        return new Target("answer, given again", suite.url(), () -> question, CachedScenario::isHit);
    }

    private static Request question(Suite suite) {
        return Request.postJson(
                "/v1/answers",
                suite.credentials(),
                JsonNodeFactory.instance.objectNode().put("question", QUESTION).toString());
    }

    /** The answer, once it is given again. */
    private static JsonNode kept(Suite suite, Request question) {
        for (int i = 0; i < TRIES; i++) {
            var answer = IdentityAccount.send(suite.url(), question);
            if (answer.path("cache").asText().equals("hit")) {
                return answer;
            }
        }
        throw new Failure("the answer is not given again");
    }

    private static boolean isAnswer(String body) {
        return body.contains("\"citations\"");
    }

    private static boolean isHit(String body) {
        return body.contains("\"cache\":\"hit\"");
    }
}
