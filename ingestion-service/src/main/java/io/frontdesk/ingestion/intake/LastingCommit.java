package io.frontdesk.ingestion.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits what is stored, and tries until Kafka has taken it or the partition is another's. The connector's own strategies try once:
 * with a broker that was away at the wrong moment, the group is behind until the partition's next record, perhaps for days.
 */
final class LastingCommit implements KafkaCommitHandler {
    private static final Logger LOG = Logger.getLogger(LastingCommit.class);

    /** What {@code commit-strategy} calls it. */
    private static final String NAME = "lasting";

    private final KafkaConsumer<?, ?> consumer;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Set<TopicPartition> ours = ConcurrentHashMap.newKeySet();

    @ApplicationScoped
    @Identifier(NAME)
    static class Factory implements KafkaCommitHandler.Factory {
        private final IntakeConfig config;

        Factory(IntakeConfig config) {
            this.config = config;
        }

        @Override
        public LastingCommit create(
                KafkaConnectorIncomingConfiguration channel,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new LastingCommit(consumer, config.firstPause(), config.longestPause());
        }
    }

    LastingCommit(KafkaConsumer<?, ?> consumer, Duration firstPause, Duration longestPause) {
        this.consumer = consumer;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        ours.addAll(partitions);
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        ours.removeAll(partitions);
    }

    @Override
    public void terminate(boolean graceful) {
        ours.clear();
    }

    /** The channel goes on when it is committed, so that no earlier offset comes after a later one. */
    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> last) {
        var partition = new TopicPartition(last.getTopic(), last.getPartition());
        var offsets = Map.of(partition, new OffsetAndMetadata(last.getOffset() + 1));
        return Uni.createFrom()
                .deferred(() -> ours.contains(partition)
                        ? consumer.commitAsync(offsets)
                        : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(e -> LOG.warnf("Offsets of %s are not committed yet: %s", partition, e))
                .onFailure()
                .retry()
                .withBackOff(firstPause, longestPause)
                .withJitter(0.5)
                .indefinitely()
                .emitOn(last::runOnMessageContext);
    }
}
