package io.frontdesk.auth.federation;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.testing.WireMockPeer;
import java.util.Map;

/** A server with issuers, which the installation names as a private place that may be asked. */
public class IssuerPeer extends WireMockPeer {
    @Override
    protected Map<String, String> settings(WireMockServer server) {
        return Map.of("frontdesk.outbound.allowed-hosts", "localhost:" + server.port());
    }
}
