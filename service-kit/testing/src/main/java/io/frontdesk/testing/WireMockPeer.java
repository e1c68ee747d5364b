package io.frontdesk.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the one under test, faked. Tests get at it by a field of type {@link WireMockServer} annotated with
 * {@link Peer}. Arguments: {@code service}, such as {@code retrieval-service}.
 */
public class WireMockPeer implements QuarkusTestResourceLifecycleManager {
    private @Nullable WireMockServer server;
    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        WireMockServer started =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server = started;
        started.start();
        prepare(started);
        Map<String, String> settings = new HashMap<>(settings(started));
        settings.put(
                service.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + "_INSTANCES",
                "localhost:" + started.port());
        return settings;
    }

    /** Stubs that every test wants. */
    protected void prepare(WireMockServer server) {}

    /** Settings beside the address. */
    protected Map<String, String> settings(WireMockServer server) {
        return Map.of();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                server,
                field -> field.getType() == WireMockServer.class
                        && field.isAnnotationPresent(Peer.class)
                        && field.getAnnotation(Peer.class).value().equals(service));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
