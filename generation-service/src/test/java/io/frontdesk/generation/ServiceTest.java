package io.frontdesk.generation;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.answer.Retrieval;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.KafkaResource;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the service stands on, the same for all its tests, since another set of servers is another start of the service. */
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "generation"))
@WithTestResource(RedisResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(AuthServerResource.class)
@WithTestResource(Retrieval.class)
public abstract class ServiceTest {
    protected final UUID tenant = Ids.next();

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(Retrieval.SERVICE)
    protected WireMockServer retrieval;

    @BeforeEach
    void forgetWhatOthersStubbed() {
        retrieval.resetAll();
    }
}
