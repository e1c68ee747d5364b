package io.frontdesk.quality;

import java.net.URI;
import java.util.Map;

/** Where the running suite is: on its usual ports, unless the environment says otherwise. */
record Addresses(URI gateway, URI auth, URI retrieval) {
    static Addresses of(Map<String, String> environment) {
        return new Addresses(
                URI.create(environment.getOrDefault("FRONTDESK_URL", "http://localhost:8080")),
                URI.create(environment.getOrDefault("AUTH_SERVICE_URL", "http://localhost:8081")),
                URI.create(environment.getOrDefault("RETRIEVAL_SERVICE_URL", "http://localhost:8083")));
    }
}
