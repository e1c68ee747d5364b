package io.frontdesk.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A JSON body that a server refuses by its length. Over HTTP/1.1 it can only answer and close, and a client that is still
 * sending may lose the answer; so this one waits for leave to send (RFC 9110, section 10.1.1).
 */
public final class LargeBody {
    private LargeBody() {}

    /** The answer to a POST of so many bytes. */
    public static HttpResponse<String> post(URI address, String bearer, int bytes) {
        var request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
