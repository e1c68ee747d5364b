package io.frontdesk.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether an instance would take requests, as it says itself. */
final class Readiness {
    private static final Duration ASK = Duration.ofSeconds(2);

    private Readiness() {}

    static boolean of(String managementUrl, HttpClient http) {
        var ready = URI.create(managementUrl + "/ready");
        try {
            var request = HttpRequest.newBuilder(ready).timeout(ASK).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + ready, e);
        }
    }
}
