package io.frontdesk.e2e.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Sends drafts.
 *
 * @param address from a service's name to its base URL
 */
public record Wire(HttpClient http, UnaryOperator<String> address) {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, String body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    public static Wire to(UnaryOperator<String> address) {
        return new Wire(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(ANSWER)
                        .build(),
                address);
    }

    /**
     * Sends it, and waits for the whole answer.
     *
     * @throws UncheckedIOException where none comes
     */
    public Reply send(Draft draft, Map<String, String> credential) {
        return send(draft.operation(), Message.of(draft, credential));
    }

    /**
     * Sends it to the operation's service, and waits for the whole answer.
     *
     * @throws UncheckedIOException where none comes
     */
    public Reply send(Operation operation, Message message) {
        var request = HttpRequest.newBuilder(URI.create(address.apply(operation.service()) + message.target()))
                .timeout(ANSWER);
        message.headers().forEach(request::header);
        var body = message.body();
        request.method(
                message.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(operation + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + operation, e);
        }
    }
}
