package io.frontdesk.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.RedisResource;
import io.frontdesk.testing.WireMockPeer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.junit.jupiter.api.BeforeEach;

/** Tests over HTTP, with every service behind the gateway faked. */
@WithTestResource(value = AuthServerResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RedisResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(
        value = WireMockPeer.class,
        initArgs = @ResourceArg(name = "service", value = "retrieval-service"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(
        value = ScriptedPeer.class,
        initArgs = @ResourceArg(name = "service", value = "ingestion-service"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(
        value = ScriptedPeer.class,
        initArgs = @ResourceArg(name = "service", value = "generation-service"),
        scope = TestResourceScope.GLOBAL)
public abstract class GatewayTest {
    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(AuthServerResource.SERVICE)
    protected WireMockServer auth;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("retrieval-service")
    protected WireMockServer retrieval;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("ingestion-service")
    protected ScriptedPeer ingestion;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("generation-service")
    protected ScriptedPeer generation;

    @BeforeEach
    void forgetOtherTests() {
        retrieval.resetAll();
    }

    /** A caller whom the auth-service knows, of a tenant of its own. */
    protected final TestCaller caller(Scope... scopes) {
        return TestCaller.known(auth, scopes);
    }
}
