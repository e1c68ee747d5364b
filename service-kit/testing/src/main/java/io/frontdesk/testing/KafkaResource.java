package io.frontdesk.testing;

import io.frontdesk.local.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The launcher's Kafka broker, with the suite's topics. */
public class KafkaResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", TestInfrastructure.ensure().kafkaBootstrapServers());
    }

    @Override
    public void stop() {}
}
