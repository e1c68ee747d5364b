package io.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingsTest {
    private LlmSimulator simulator;
    private Client client;

    @BeforeAll
    void start() {
        simulator = LlmSimulator.start(0);
        client = Client.of(simulator);
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void areNearForTextsThatShareWords() throws Exception {
        var reply = embed("""
                {"model": "sim-dim384",
                 "input": ["return a laptop", "laptop return policy", "parcel insurance"]}""");
        var data = reply.path("data");

        assertThat(reply.path("object").asText()).isEqualTo("list");
        assertThat(reply.at("/usage/total_tokens").asInt()).isEqualTo(8);
        assertThat(data).hasSize(3);
        assertThat(data.get(2).path("index").asInt()).isEqualTo(2);
        assertThat(dot(data.get(0), data.get(0))).isCloseTo(1, within(1e-5));
        assertThat(dot(data.get(0), data.get(1))).isGreaterThan(dot(data.get(0), data.get(2)) + 0.3);
    }

    @Test
    void haveTheAskedDimensions() throws Exception {
        var reply = embed("{\"model\": \"sim\", \"input\": \"Hello\", \"dimensions\": 16}");

        assertThat(reply.at("/data/0/embedding")).hasSize(16);
    }

    @Test
    void areTheSameNumbersInBase64() throws Exception {
        var numbers = embed("{\"model\": \"sim\", \"input\": \"Hello\"}").at("/data/0/embedding");
        var encoded = embed("{\"model\": \"sim\", \"input\": \"Hello\", \"encoding_format\": \"base64\"}")
                .at("/data/0/embedding")
                .asText();
        var floats = ByteBuffer.wrap(Base64.getDecoder().decode(encoded))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();

        assertThat(floats.remaining()).isEqualTo(384);
        for (int i = 0; i < 384; i++) {
            assertThat(floats.get(i)).isEqualTo(numbers.get(i).floatValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"sim\"}",
                "{\"model\": \"sim\", \"input\": \"\"}",
                "{\"model\": \"sim\", \"input\": []}",
                "{\"model\": \"sim\", \"input\": [\"a\", 1]}",
                "{\"model\": \"sim\", \"input\": \"a\", \"encoding_format\": \"hex\"}",
                "{\"model\": \"sim\", \"input\": \"a\", \"dimensions\": 0}"
            })
    void areRefusedForABadRequest(String body) throws Exception {
        assertThat(client.post("/embeddings", body).statusCode()).isEqualTo(400);
    }

    @Test
    void failAsTheModelsNameSays() throws Exception {
        assertThat(client.post("/embeddings", "{\"model\": \"sim-503\", \"input\": \"a\"}")
                        .statusCode())
                .isEqualTo(503);
        assertThat(client.post("/embeddings", "{\"model\": \"sim-break\", \"input\": \"a\"}")
                        .statusCode())
                .isEqualTo(500);
    }

    private JsonNode embed(String body) throws Exception {
        return Client.json(client.post("/embeddings", body).body());
    }

    private static double dot(JsonNode a, JsonNode b) {
        double dot = 0;
        for (int i = 0; i < a.path("embedding").size(); i++) {
            dot += a.at("/embedding/" + i).asDouble() * b.at("/embedding/" + i).asDouble();
        }
        return dot;
    }
}
