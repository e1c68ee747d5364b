package io.frontdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayClientTest {
    private final HttpServer gateway;
    private final GatewayClient client;

    GatewayClientTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.start();
        var url = "http://localhost:" + gateway.getAddress().getPort();
        client = new GatewayClient(HttpClient.newHttpClient(), url, "fd_key");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void readsEveryPageOfDocuments() {
        gateway.createContext("/v1/documents", exchange -> {
            var isSecond = exchange.getRequestURI().getQuery().contains("cursor=next");
            var body = isSecond
                    ? "{\"data\": [{\"id\": \"2\"}], \"next_cursor\": null}"
                    : "{\"data\": [{\"id\": \"1\"}], \"next_cursor\": \"next\"}";
            answer(exchange, 200, body);
        });

        assertThat(client.documents().orElseThrow())
                .extracting(document -> document.path("id").asText())
                .containsExactly("1", "2");
    }

    @Test
    void tellsAKeyThatIsNotKnown() {
        gateway.createContext("/v1/documents", exchange -> answer(exchange, 401, "{\"status\": 401}"));

        assertThat(client.documents()).isEmpty();
    }

    @Test
    void failsWithWhatTheProblemSays() {
        gateway.createContext(
                "/v1/answers",
                exchange -> answer(exchange, 503, "{\"detail\": \"generation-service is not available\"}"));

        assertThatThrownBy(() -> client.ask("How long?"))
                .isInstanceOf(Failure.class)
                .hasMessage("/v1/answers answered 503: generation-service is not available; "
                        + "see make status and make logs");
    }

    @Test
    void saysThatNobodyAnswersAndWhatToDo() {
        gateway.stop(0);

        assertThatThrownBy(client::documents)
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("does not answer; start the suite with make up");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
