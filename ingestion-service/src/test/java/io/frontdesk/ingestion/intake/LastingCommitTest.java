package io.frontdesk.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.Test;

class LastingCommitTest {
    private static final TopicPartition PARTITION = new TopicPartition("documents", 3);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Object> commits = new ArrayList<>();
    private final LastingCommit commit = new LastingCommit(broker(), PAUSE, PAUSE);
    private int failures;

    @Test
    void commitsWhatFollowsTheLastRecord() {
        commit.partitionsAssigned(List.of(PARTITION));

        handle(41);

        assertThat(commits).containsExactly(offset(42));
    }

    @Test
    void triesUntilTheBrokerIsBack() {
        commit.partitionsAssigned(List.of(PARTITION));
        failures = 2;

        handle(41);

        assertThat(commits).containsExactly(offset(42), offset(42), offset(42));
    }

    @Test
    void leavesAPartitionToWhomeverItBelongs() {
        commit.partitionsAssigned(List.of(PARTITION));
        commit.partitionsRevoked(List.of(PARTITION));

        handle(41);

        assertThat(commits).isEmpty();
    }

    @Test
    void endsWithItsChannel() {
        commit.partitionsAssigned(List.of(PARTITION));
        commit.terminate(false);

        handle(41);

        assertThat(commits).isEmpty();
    }

    private void handle(long offset) {
        var event = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "key", "value");
        commit.handle(new IncomingKafkaRecord<>(event, "documents", 0, commit, null, false, false))
                .await()
                .atMost(LIMIT);
    }

    private static Map<TopicPartition, OffsetAndMetadata> offset(long offset) {
        return Map.of(PARTITION, new OffsetAndMetadata(offset));
    }

    /** A connection to a broker that fails the first commits. */
    private KafkaConsumer<?, ?> broker() {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (proxy, method, arguments) -> {
                    commits.add(arguments[0]);
                    return failures-- > 0
                            ? Uni.createFrom().failure(new DisconnectException())
                            : Uni.createFrom().voidItem();
                });
    }
}
