package io.frontdesk.gateway.admission;

import static io.restassured.RestAssured.given;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.ScriptedPeer;
import io.frontdesk.gateway.answers.Told;
import io.frontdesk.gateway.identity.KnownCaller;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Questions asked by one request, and those of them that came to the generation-service, which answers each. */
record Warmed(List<String> questions, Queue<String> asked) {
    static Warmed with(int questions, ScriptedPeer generation) {
        return with(questions, generation, () -> {});
    }

    /** @param first what happens before each is answered; it may block */
    static Warmed with(int questions, ScriptedPeer generation, Runnable first) {
        var asked = new ConcurrentLinkedQueue<String>();
        generation.plays(request -> request.body().onSuccess(body -> {
            String question = body.toJsonObject().getString("question");
            asked.add(question);
            Vertx.currentContext()
                    .executeBlocking(Executors.callable(first))
                    .onSuccess(
                            done -> Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Anew."))));
        }));
        return new Warmed(
                IntStream.range(0, questions).mapToObj(i -> "Question " + i).toList(), asked);
    }

    Response by(KnownCaller caller) {
        return given().header("X-Api-Key", caller.credential())
                .contentType("application/json")
                .body(Map.of("questions", questions))
                .post("/v1/cache/questions");
    }
}
