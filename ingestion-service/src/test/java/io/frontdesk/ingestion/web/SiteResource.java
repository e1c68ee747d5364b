package io.frontdesk.ingestion.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.TestCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site under any name of {@code *.site.test}, over TLS with a certificate that this JVM trusts; and short pauses. */
public class SiteResource implements QuarkusTestResourceLifecycleManager {
    public static final String SITE = "site";
    public static final String PORT = "test.site-port";

    /** All of 127.0.0.0/8 is this machine; this address is public to the guard, and the others of it are not. */
    static final String ADDRESS = "127.0.0.77";

    private @Nullable WireMockServer server;

    @Override
    public Map<String, String> start() {
        TestCertificate certificate = certificate();
        WireMockServer started = new WireMockServer(WireMockConfiguration.options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(certificate.keystore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD)
                .gzipDisabled(true));
        server = started;
        started.start();
        System.setProperty("javax.net.ssl.trustStore", certificate.keystore().toString());
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
        System.setProperty("javax.net.ssl.trustStorePassword", TestCertificate.PASSWORD);
        return Map.ofEntries(
                Map.entry(PORT, String.valueOf(started.httpsPort())),
                Map.entry("frontdesk.outbound.allowed-hosts", ADDRESS + "/32"),
                Map.entry("frontdesk.outbound.ports", "443,8443," + started.httpsPort()),
                Map.entry("frontdesk.web.poll", "50ms"),
                Map.entry("frontdesk.web.pause", "10ms"),
                Map.entry("frontdesk.web.attempts", "3"),
                Map.entry("frontdesk.web.first-pause", "20ms"),
                Map.entry("frontdesk.web.max-page-bytes", "100K"),
                Map.entry("frontdesk.web.max-sitemap-bytes", "100K"),
                Map.entry("frontdesk.web.max-pages", "200"));
    }

    private static TestCertificate certificate() {
        try {
            return TestCertificate.of(Files.createTempDirectory("site"), "*.site.test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                server,
                field -> field.getType() == WireMockServer.class
                        && field.isAnnotationPresent(Peer.class)
                        && field.getAnnotation(Peer.class).value().equals(SITE));
    }

    @Override
    public void stop() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStoreType");
        System.clearProperty("javax.net.ssl.trustStorePassword");
        if (server != null) {
            server.stop();
        }
    }
}
