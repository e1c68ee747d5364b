package io.frontdesk.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The operator's key, and a port known before the start, since the service is its own key server. */
public class InstallationResource implements QuarkusTestResourceLifecycleManager {
    static final String OPERATOR_KEY = "fd_operator_" + "0123456789".repeat(5);

    @Override
    public Map<String, String> start() {
        String port = Integer.toString(freePort());
        return Map.of("FRONTDESK_OPERATOR_KEY", OPERATOR_KEY, "API_PORT", port, "quarkus.http.test-port", port);
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
