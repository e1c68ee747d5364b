package io.frontdesk.e2e.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.e2e.Metrics;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody notices that instances are replaced, as for a new version; and few that one dies.
 * {@code -Dfrontdesk.rolling.rounds=20} says how often all of them are: {@code make rolling}. Without it one of each service is.
 */
class RollingRestartsTest {
    private static final int ROUNDS = Integer.getInteger("frontdesk.rolling.rounds", 0);
    private static final int CLIENTS = 8;

    /**
     * One of each service at a time, as where a new version of all is rolled out. The auth-service goes first: by its first instance
     * the others here find its keys when they start.
     */
    private static final List<List<Instance>> WAVES = List.of(
            List.of(new Instance(Service.AUTH, 1)),
            allButAuth(1),
            List.of(new Instance(Service.AUTH, 2)),
            allButAuth(2));

    private static final int SPEAKERS = 12;

    /** Of a writer whose answer is still followed: {@code frontdesk.answer-log.max-silence}. */
    private static final Duration MAX_SILENCE = Duration.ofMillis(500);

    @SuppressWarnings("NullAway.Init") // Set before all tests.
    private static Installation installation;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Balancer balancer;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void open() {
        installation = Installation.open();
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    @BeforeEach
    void watchGateways() {
        balancer = new Balancer(installation.suite());
    }

    @AfterEach
    void stopWatching() {
        balancer.close();
        http.close();
    }

    @Test
    void noRequestFailsWhileAllInstancesAreReplaced() throws InterruptedException {
        installation.model().plays("sim-ttft50-itl20-len30");
        var load = new Load(http, balancer, installation.key(), CLIENTS, Client::calls);
        awaitLoad(load);

        int restarts = 0;
        for (List<Instance> together : waves()) {
            together.parallelStream().forEach(installation.suite()::stop);
            installation.suite().start(together);
            restarts += together.size();
            System.out.printf("rolling: %d restarts, %d requests until now%n", restarts, load.asked());
        }
        List<Outcome> outcomes = load.end();

        List<Outcome> failed =
                outcomes.stream().filter(outcome -> !outcome.isDone()).toList();
        System.out.printf(
                "rolling: %d restarts, %d requests, %d failed, the longest took %d ms: %s%n",
                restarts, outcomes.size(), failed.size(), Load.longest(outcomes).toMillis(), Load.counts(outcomes));
        assertThat(failed).isEmpty();
    }

    @Test
    void onlyAnswersThatWereBeingSpokenSufferFromAKilledInstance() throws InterruptedException {
        installation.model().plays("sim-ttft300-itl40-len50");
        var others = new Load(http, balancer, installation.key(), CLIENTS, Client::calls);
        var speaking = new Load(http, balancer, installation.key(), SPEAKERS, Client::longCalls);
        awaitLoad(others);
        awaitLoad(speaking);
        var victim = new Instance(Service.GENERATION, 1);
        await().until(() -> writtenBy(victim) > 0);

        double written = writtenBy(victim);
        long killed = System.nanoTime();
        installation.suite().kill(victim);
        int asked = speaking.asked();
        await().atMost(Duration.ofSeconds(60)).until(() -> speaking.asked() > asked + 2 * SPEAKERS);
        installation.suite().start(victim);
        List<Outcome> outcomes = others.end();
        List<Outcome> answers = speaking.end();

        List<Outcome> all = Stream.concat(outcomes.stream(), answers.stream()).toList();
        List<Outcome> affected =
                all.stream().filter(outcome -> !outcome.isDone()).toList();
        System.out.printf(
                "rolling: generation killed: %d requests, %d of them begun before and ended after, %d of these speaking; it was writing %.0f; %d affected, the longest took %d ms: %s%n",
                all.size(),
                all.stream()
                        .filter(outcome -> outcome.began() < killed && outcome.ended() > killed)
                        .count(),
                all.stream().filter(outcome -> outcome.wasSpeaking(killed)).count(),
                written,
                affected.size(),
                Load.longest(all).toMillis(),
                Load.counts(affected));
        assertThat(affected)
                .allMatch(outcome -> outcome.how().equals(Outcome.INCOMPLETE))
                .allMatch(outcome -> outcome.wasSpeaking(killed) || joined(outcome, killed));
        // What the other instance was saying went on.
        assertThat(affected.stream().filter(outcome -> !joined(outcome, killed)))
                .hasSizeLessThanOrEqualTo((int) written);
    }

    /** How many answers it is writing. */
    private static double writtenBy(Instance instance) {
        return Metrics.of(installation.suite(), instance, "frontdesk_answer_log_writing");
    }

    /** Whoever asks the same so soon afterwards that nobody can know hears the same answer, and its end. */
    private static boolean joined(Outcome outcome, long killed) {
        return outcome.what().equals("stream, known") && outcome.began() - killed < MAX_SILENCE.toNanos();
    }

    private static List<List<Instance>> waves() {
        return ROUNDS == 0
                ? WAVES.subList(0, 2)
                : Collections.nCopies(ROUNDS, WAVES).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Instance> allButAuth(int number) {
        return Stream.of(Service.RETRIEVAL, Service.INGESTION, Service.GENERATION, Service.GATEWAY)
                .map(service -> new Instance(service, number))
                .toList();
    }

    private static void awaitLoad(Load load) {
        await().atMost(Duration.ofSeconds(60)).until(() -> load.asked() >= 4 * CLIENTS);
    }
}
