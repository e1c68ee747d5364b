package io.frontdesk.generation.pool;

import static io.frontdesk.generation.pool.PoolOnRedis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.simulator.LlmSimulator;
import io.frontdesk.simulator.RecordedRequest.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that fail in every way, by a simulator whose models' names say how. */
class ChatPoolTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final UserMessage MATERIAL = UserMessage.from("""
            <passage n="1" title="Returns">You can return a laptop within 30 days of delivery. Its box must be whole.</passage>
            <question>How long do I have to return a laptop?</question>""");

    private final LlmSimulator simulator = LlmSimulator.start(0);
    private final PoolOnRedis pool = new PoolOnRedis(Map.of("patience", "2m"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        pool.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sim-error500",
                "sim-429-retry9",
                "sim-401",
                "sim-cut0",
                "sim-trunc0",
                "sim-break0",
                "sim-ttft9000"
            })
    void answersByAnotherKeyWhereOneFailsBeforeItsFirstWord(String model) {
        List<PoolPart> parts = parts(chat(key("bad", 1, model, false), key("good", 2, "sim", false)));

        assertThat(parts)
                .filteredOn(PoolPart.Picked.class::isInstance)
                .extracting(part -> ((PoolPart.Picked) part).alias())
                .containsExactly("bad", "good");
        assertThat(text(parts)).contains("30 days");
        assertThat(parts.getLast()).isInstanceOf(PoolPart.End.class);
        assertThat(registry.counter("frontdesk.llm.requests", "key", "good", "outcome", "success")
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim-len60-cut10", "sim-len60-trunc25", "sim-len60-break7", "sim-len60-stall12"})
    void goesOnMidwayWithAKeyThatAcceptsWhatWasWritten(String model) {
        String whole = text(parts(chat(key("whole", 1, "sim-len60", false))));

        List<PoolPart> parts = parts(chat(
                key("broken", 1, model, false), key("deaf", 2, "sim-len60", false), key("able", 3, "sim-len60", true)));

        assertThat(text(parts)).isEqualTo(whole);
        assertThat(parts)
                .filteredOn(PoolPart.Picked.class::isInstance)
                .extracting(part -> ((PoolPart.Picked) part).alias())
                .containsExactly("broken", "able");
        assertThat(((PoolPart.End) parts.getLast()).usage().completionTokens()).isEqualTo(60);
    }

    @Test
    void goesOnWithWhatAnotherRequestHasWrittenByAKeyThatAcceptsIt() {
        ChatPool chat = chat(key("deaf", 1, "sim", false), key("able", 2, "sim", true));
        String whole = text(parts(chat));

        List<PoolPart> parts = parts(chat.write(ask(Ids.next(), Tier.STRONG, whole.substring(0, 20))));

        assertThat(((PoolPart.Picked) parts.getFirst()).alias()).isEqualTo("able");
        assertThat(text(parts)).isEqualTo(whole.substring(20));
    }

    @Test
    void failsWhereNoKeyAcceptsWhatAnotherRequestHasWritten() {
        var subscriber = chat(key("deaf", 1, "sim", false))
                .write(ask(Ids.next(), Tier.STRONG, "You can"))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(10));

        assertThat(subscriber.awaitFailure(LIMIT).getFailure()).isInstanceOf(LlmFailure.class);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void breaksOffWhereNoKeyGoesOn() {
        List<PoolPart> parts =
                parts(chat(key("broken", 1, "sim-len60-cut10", false), key("deaf", 2, "sim-len60", false)));

        assertThat(parts.getLast()).isInstanceOf(PoolPart.BrokenOff.class);
        assertThat(((PoolPart.BrokenOff) parts.getLast()).usage().completionTokens())
                .isEqualTo(10);
    }

    @Test
    void sendsWhatTheSpecificationAllowsInTheWordsThatAProviderKnows() {
        LlmKey openAi = new LlmKey(
                "openai",
                "openai",
                simulator.baseUrl(),
                "sk-1",
                "sim",
                null,
                1,
                KeyLimits.NONE,
                PoolOnRedis.PRICES,
                false);

        parts(chat(openAi));
        parts(chat(key("other", 1, "sim", false)));

        assertThat(simulator.requests())
                .extracting(request -> request.outcome())
                .containsOnly(Outcome.COMPLETED);
        assertThat(simulator.requests().getFirst().body().has("max_completion_tokens"))
                .isTrue();
        assertThat(simulator.requests().getLast().body().has("max_tokens")).isTrue();
    }

    @Test
    void usesTheCheapModelForSimpleQuestionsAndAnotherWhereThereIsNone() {
        LlmKey both = PoolOnRedis.key("both", simulator.baseUrl(), "sim-len9", "sim", 2, KeyLimits.NONE, false);
        LlmKey strong = key("strong", 1, "sim-len9", false);

        List<PoolPart> simple = parts(chat(both, strong).write(ask(Ids.next(), Tier.CHEAP)));
        List<PoolPart> hard = parts(chat(both, strong).write(ask(Ids.next(), Tier.STRONG)));
        List<PoolPart> only = parts(chat(strong).write(ask(Ids.next(), Tier.CHEAP)));

        assertThat(model(simple)).isEqualTo("sim");
        assertThat(model(hard)).isEqualTo("sim-len9");
        assertThat(model(only)).isEqualTo("sim-len9");
    }

    @Test
    void tellsThePlaceInTheQueueAndThenAnswers() {
        LlmKey key = PoolOnRedis.key("small", simulator.baseUrl(), "sim", null, 1, new KeyLimits(1, 0, 0, 0), false);
        ChatPool chat = chat(key);
        parts(chat);
        var first = chat.write(ask(Ids.next(), Tier.STRONG)).subscribe().withSubscriber(AssertSubscriber.create(100));
        await().atMost(LIMIT).until(() -> first.getItems().contains(new PoolPart.Waiting(1)));
        var second = chat.write(ask(Ids.next(), Tier.STRONG)).subscribe().withSubscriber(AssertSubscriber.create(100));
        await().atMost(LIMIT).until(() -> second.getItems().contains(new PoolPart.Waiting(2)));

        pool.age(key, 61);

        assertThat(text(first.awaitCompletion(LIMIT).getItems())).contains("30 days");
        await().atMost(LIMIT).until(() -> second.getItems().contains(new PoolPart.Waiting(1)));
        second.cancel();
    }

    @Test
    void saysWhenTheFirstKeyMayBeUsedAgain() {
        var subscriber = chat(key("a", 1, "sim-429-retry20", false), key("b", 1, "sim-429-retry8", false))
                .write(ask(Ids.next(), Tier.STRONG))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(10));

        var failure = (LlmFailure) subscriber.awaitFailure(LIMIT).getFailure();
        assertThat(failure.kind()).isEqualTo(LlmFailure.Kind.EXHAUSTED);
        assertThat(failure.retryAfter())
                .hasValueSatisfying(delay -> assertThat(delay).isBetween(Duration.ofMillis(1), Duration.ofSeconds(8)));
    }

    @Test
    void takesAClientThatGoesAwayForNoFailureAndGivesItsReserveBack() {
        LlmKey key = key("a", 1, "sim-len60-itl200", false);
        PickStore store = pool.replica();
        var subscriber =
                chat(key).write(ask(Ids.next(), Tier.STRONG)).subscribe().withSubscriber(AssertSubscriber.create(100));
        await().atMost(LIMIT).until(() -> subscriber.getItems().size() > 2);

        subscriber.cancel();

        await().atMost(LIMIT)
                .until(() -> simulator.requests().getLast().outcome() == Outcome.ABORTED
                        && get(store.states(List.of(key))).keys().getFirst().tokens() < 200);
        assertThat(get(store.states(List.of(key))).keys().getFirst().failures()).isZero();
    }

    /** Follow-ups meet the key of their conversation, and so the prompts that its provider remembers. */
    @Test
    void keepsConversationsWithTheirKeysOverTwoReplicas() {
        LlmKey[] keys = IntStream.range(0, 10)
                .mapToObj(n -> PoolOnRedis.key(
                        "key-" + n, simulator.baseUrl(), "sim", null, 1, new KeyLimits(100, 0, 0, 0), false))
                .toArray(LlmKey[]::new);
        ChatPool one = chat(keys);
        ChatPool other = chat(keys);
        List<UUID> conversations =
                IntStream.range(0, 20).mapToObj(n -> Ids.next()).toList();
        List<PoolPart.Picked> followUps = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            for (UUID conversation : conversations) {
                ChatPool chat = (turn + conversation.hashCode()) % 2 == 0 ? one : other;
                List<PoolPart> parts = parts(chat.write(ask(conversation, Tier.STRONG)));
                if (turn > 0) {
                    followUps.add((PoolPart.Picked) parts.getFirst());
                }
            }
        }

        long kept = followUps.stream().filter(PoolPart.Picked::ofConversation).count();
        Map<String, Long> used =
                followUps.stream().collect(Collectors.groupingBy(PoolPart.Picked::alias, Collectors.counting()));
        System.out.printf("affinity: %d of %d follow-ups by the key of their conversation%n", kept, followUps.size());
        assertThat((double) kept / followUps.size()).isGreaterThanOrEqualTo(0.9);
        assertThat(used).hasSizeGreaterThanOrEqualTo(8);
    }

    private LlmKey key(String alias, int priority, String model, boolean acceptsPrefix) {
        return PoolOnRedis.key(alias, simulator.baseUrl(), model, null, priority, KeyLimits.NONE, acceptsPrefix);
    }

    private ChatPool chat(LlmKey... keys) {
        return pool.chat(registry, PoolOnRedis.llm(Map.of("timeout", "4s", "pause", "2s")), keys);
    }

    private static ChatAsk ask(UUID conversation, Tier tier) {
        return ask(conversation, tier, "");
    }

    private static ChatAsk ask(UUID conversation, Tier tier, String beginning) {
        return new ChatAsk(
                conversation,
                tier,
                List.of(SystemMessage.from("Answer from the passages."), MATERIAL),
                100,
                OptionalDouble.empty(),
                beginning);
    }

    private static List<PoolPart> parts(ChatPool chat) {
        return parts(chat.write(ask(Ids.next(), Tier.STRONG)));
    }

    private static List<PoolPart> parts(Multi<PoolPart> parts) {
        return parts.subscribe()
                .withSubscriber(AssertSubscriber.create(10_000))
                .awaitCompletion(LIMIT)
                .getItems();
    }

    private static String text(List<PoolPart> parts) {
        return parts.stream()
                .filter(PoolPart.Token.class::isInstance)
                .map(part -> ((PoolPart.Token) part).text())
                .collect(Collectors.joining());
    }

    private static String model(List<PoolPart> parts) {
        return ((PoolPart.End) parts.getLast()).model();
    }
}
