package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Somebody who may ask, and the answer that everybody gets. */
abstract class OpenAiTest extends GatewayTest {
    static final String TEXT = "You have 30 days. [1]";

    TestCaller caller = new TestCaller(new UUID(0, 0), "", "");

    @BeforeEach
    void someoneMayAsk() {
        caller = caller(Scope.CHAT);
        generation.plays(request -> Told.all(
                request,
                Told.STARTED,
                Told.SEARCHING,
                Told.delta("You have "),
                Told.delta("30 days. [1]"),
                Told.CITED,
                new AnswerEvent.Completed(Told.answer(TEXT))));
    }
}
