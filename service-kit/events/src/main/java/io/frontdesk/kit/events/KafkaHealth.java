package io.frontdesk.kit.events;

import io.frontdesk.kit.health.Probe;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether Kafka answers. A service without it is ready all the same: events wait in the outbox. */
@Wellness
@ApplicationScoped
class KafkaHealth implements AsyncHealthCheck {
    private final Admin admin;

    KafkaHealth(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        admin.close();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Probe.of("kafka", Uni.createFrom().completionStage(() -> admin.describeCluster()
                .clusterId()
                .toCompletionStage()));
    }
}
