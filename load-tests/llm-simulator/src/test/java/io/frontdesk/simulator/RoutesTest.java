package io.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.simulator.RecordedRequest.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private LlmSimulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = LlmSimulator.start(0);
        client = Client.of(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void asksForAKey() throws Exception {
        assertThat(client.withKey("").ask("sim", "Hello").statusCode()).isEqualTo(401);
        assertThat(client.withKey("").get("/models").statusCode()).isEqualTo(401);
    }

    @Test
    void listsModelsThatWork() throws Exception {
        var models = Client.json(client.get("/models").body()).path("data");

        assertThat(models).isNotEmpty().allSatisfy(model -> {
            assertThat(model.path("object").asText()).isEqualTo("model");
            assertThat(client.get("/models/" + model.path("id").asText()).statusCode())
                    .isEqualTo(200);
        });
        assertThat(client.get("/models/unheard-of").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesUnknownRoutesAndMethods() throws Exception {
        assertThat(client.post("/completions", "{}").statusCode()).isEqualTo(404);
        assertThat(client.get("/chat/completions").statusCode()).isEqualTo(405);
        assertThat(client.post("/models", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void remembersWhatWasAsked() throws Exception {
        client.ask("sim-len3", "Is anybody there?");
        client.ask("sim-429", "Hello");

        assertThat(simulator.requests())
                .extracting(RecordedRequest::model, RecordedRequest::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sim-len3", Outcome.COMPLETED),
                        org.assertj.core.groups.Tuple.tuple("sim-429", Outcome.REFUSED));
        var first = simulator.requests().getFirst();
        assertThat(first.key()).isEqualTo("key-1");
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.path()).isEqualTo("/v1/chat/completions");
        assertThat(first.headers()).containsEntry("content-type", "application/json");
        assertThat(first.body().at("/messages/0/content").asText()).isEqualTo("Is anybody there?");
    }

    @Test
    void countsPerKey() throws Exception {
        client.ask("sim", "Hello");
        client.ask("sim-error500", "Hello");
        client.withKey("key-2").ask("sim", "Hello");
        var stats = Client.json(client.stats()).path("keys");

        assertThat(stats.at("/key-1/requests").asInt()).isEqualTo(2);
        assertThat(stats.at("/key-1/busiest_minute").asInt()).isEqualTo(2);
        assertThat(stats.at("/key-1/completed").asInt()).isEqualTo(1);
        assertThat(stats.at("/key-1/refused").asInt()).isEqualTo(1);
        assertThat(stats.at("/key-2/requests").asInt()).isEqualTo(1);
        assertThat(stats).hasToString(simulator.stats().path("keys").toString());
    }

    @Test
    void servesFromSeveralEventLoopsOnOnePort() throws Exception {
        try (var wide = LlmSimulator.start("127.0.0.1", 0, 2)) {
            assertThat(Client.of(wide).ask("sim", "Hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        int taken = simulator.baseUrl().getPort();

        assertThatThrownBy(() -> LlmSimulator.start(taken)).hasMessageContaining("already in use");
    }
}
