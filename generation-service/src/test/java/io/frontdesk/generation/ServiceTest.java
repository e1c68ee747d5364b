package io.frontdesk.generation;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.answer.Retrieval;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.KafkaResource;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.util.UUID;

/** What the service stands on, the same for all its tests, since another set of servers is another start of the service. */
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "generation"))
@WithTestResource(RedisResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(AuthServerResource.class)
@WithTestResource(Retrieval.class)
public abstract class ServiceTest {
    protected final UUID tenant = Ids.next();
}
