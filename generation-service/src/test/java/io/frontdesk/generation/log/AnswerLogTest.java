package io.frontdesk.generation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.conversation.ConversationConfig;
import io.frontdesk.generation.conversation.Turn;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.local.TestInfrastructure;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and one real Redis. */
@QuarkusTest
class AnswerLogTest extends ServiceTest {
    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    Vertx vertx;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    ObjectMapper json;

    private final Caller caller = caller("visitor:ann");
    private final AnswerLog.Reader comesBack = new AnswerLog.Reader(caller, true);
    private final AnswerLog.Reader goesForGood = new AnswerLog.Reader(caller, false);
    private final Optional<String> sameAs = Optional.of(Ids.next().toString());
    private final ScriptedStory story = new ScriptedStory();
    private final Ask ask = ask(caller);

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Replica one;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Replica other;

    /** A database of its own: the service under test would take over what is left behind here. */
    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Redis redis;

    @BeforeEach
    void startReplicas() {
        var mutiny = io.vertx.mutiny.core.Vertx.newInstance(vertx);
        redis = Redis.createClient(mutiny, TestInfrastructure.ensure().redisUrl() + "/7");
        // What other tests left behind would be taken over.
        redis.sendAndAwait(Request.cmd(Command.FLUSHDB));
        one = replica(Map.of());
        other = replica(Map.of());
    }

    @AfterEach
    void stopReplicas() {
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void tellsWhatIsInTheLogAndThenEnds() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        story.says("Within ", "30 ", "days.");
        story.ends(ask, "Within 30 days.");

        awaitEnd(told);

        assertThat(told.getItems()).allMatch(LogEvent::kept).isEqualTo(entries());
        assertThat(ids(told)).containsExactlyElementsOf(dense(told.getItems().size()));
        assertThat(text(told)).isEqualTo("Within 30 days.");
        assertThat(finished(ask.id())).contains("answer.completed").contains("visitor:ann");
    }

    @Test
    void gathersWhatIsSaidBetweenTwoAppends() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        await().until(() -> story.begun.get() == 1);
        for (int i = 0; i < 200; i++) {
            story.says("word ");
        }
        story.ends(ask, "word ".repeat(200));

        awaitEnd(told);

        assertThat(entries().size()).isLessThan(20);
        assertThat(text(told)).isEqualTo("word ".repeat(200));
    }

    @Test
    void tellsAQuestionThatIsBeingAnsweredByTheLogOfItsAnswer() {
        var told = one.tell(ask, sameAs, story, comesBack);
        await().until(() -> story.begun.get() == 1);
        Caller bob = caller("visitor:bob");
        Ask same = ask(bob);
        Ask third = ask(caller);
        var idle = new ScriptedStory();

        var followed = other.tell(same, sameAs, idle, new AnswerLog.Reader(bob, true));
        var besides = one.tell(third, sameAs, idle, comesBack);
        story.says("Within 30 ");
        await().until(() -> text(followed).equals("Within 30 "));
        story.says("days.");
        story.ends(ask, "Within 30 days.");

        awaitEnd(told);
        awaitEnd(followed);
        awaitEnd(besides);
        assertThat(idle.begun).hasValue(0);
        assertThat(List.of(text(told), text(followed), text(besides))).containsOnly("Within 30 days.");
        Answer answer = ((AnswerEvent.Completed) followed.getItems().getLast().event()).answer();
        assertThat(answer.id()).isEqualTo(same.id());
        assertThat(answer.conversationId()).isEqualTo(same.conversationId());
        assertThat(answer.cache()).isEqualTo(Answer.Cache.COALESCED);
        assertThat(followed.getItems().getFirst().event())
                .isEqualTo(new AnswerEvent.Started(same.id(), same.conversationId()));
        assertThat(finished(same.id())).contains("visitor:bob").doesNotContain("visitor:ann");
        assertThat(finished(third.id())).contains("visitor:ann");
    }

    @Test
    void tellsACallThatComesOnceMoreTheAnswerThatTheFirstHasBegun() {
        var told = one.tell(ask, sameAs, story, comesBack);
        await().until(() -> story.begun.get() == 1);
        var idle = new ScriptedStory();
        Ask again = new Ask(
                tenant, ask.id(), Ids.next(), ask.subject(), ask.plan(), ask.acl(), ask.request(), Instant.EPOCH);

        var retold = other.tell(again, sameAs, idle, comesBack);
        story.ends(ask, "Within 30 days.");

        awaitEnd(told);
        awaitEnd(retold);
        assertThat(retold.getItems()).isEqualTo(told.getItems());
        assertThat(idle.begun).hasValue(0);

        var late = one.tell(again, sameAs, idle, comesBack);
        awaitEnd(late);
        assertThat(late.getItems()).isEqualTo(told.getItems());
    }

    @Test
    void tellsNobodyElseAnAnswerByItsId() {
        one.tell(ask, sameAs, story, comesBack);
        await().until(() -> story.begun.get() == 1);
        Caller bob = caller("visitor:bob");
        Ask stolen = new Ask(
                tenant, ask.id(), Ids.next(), bob.subject(), bob.plan(), bob.acl(), ask.request(), Instant.EPOCH);

        var refused = other.tell(stolen, sameAs, new ScriptedStory(), new AnswerLog.Reader(bob, true));

        assertThat(refused.awaitFailure(Duration.ofSeconds(30)).getFailure()).isInstanceOf(AnswerError.Unknown.class);
        assertThat(refused.getItems()).isEmpty();
    }

    @Test
    void goesOnWithAConversationThatFindsEachTurnOfItsCustomer() {
        Caller bob = caller("visitor:bob/\"the builder\"");
        Ask same = ask(bob);
        var told = one.tell(ask, sameAs, story, comesBack);
        await().until(() -> story.begun.get() == 1);
        var followed = other.tell(same, sameAs, new ScriptedStory(), new AnswerLog.Reader(bob, true));
        eventually().until(() -> !followed.getItems().isEmpty());
        story.ends(ask, "Within 30 days.");
        awaitEnd(told);
        awaitEnd(followed);

        var mine = (Begun.Leads) begin(ask(caller, ask.conversationId()), sameAs, 0);
        var bobs = (Begun.Leads) begin(ask(bob, same.conversationId()), sameAs, 0);

        assertThat(mine.conversation().turns()).extracting(Turn::id).containsExactly(ask.id());
        assertThat(bobs.conversation().turns()).extracting(Turn::id).containsExactly(same.id());
        assertThat(List.of(mine.lease(), bobs.lease())).noneMatch(LogStore.Lease::followable);
        assertThat(begin(ask(bob, ask.conversationId()), sameAs, 0)).isEqualTo(new Begun.AnothersConversation());
        assertThat(begin(ask(bob, Ids.next()), sameAs, 0)).isEqualTo(new Begun.UnknownConversation());
    }

    @Test
    void beginsOnceHoweverOftenItIsToldTo() {
        Beginning beginning = Replica.beginning(ask, sameAs, 0);

        Begun first = begin(beginning);
        Begun second = begin(beginning);

        assertThat(second).isEqualTo(first);
        assertThat(((Begun.Leads) second).lease().followable()).isTrue();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void doesNotBeginByOldSettingsAndTellsOfNewerOnes() {
        assertThat(begin(ask, sameAs, 3)).isInstanceOf(Begun.Leads.class);
        Ask another = ask(caller);

        assertThat(begin(another, sameAs, 2)).isEqualTo(new Begun.NewerSettings(3));

        assertThat(one.read(another, 0, comesBack)
                        .awaitFailure(Duration.ofSeconds(20))
                        .getFailure())
                .isInstanceOf(AnswerError.Unknown.class);
        assertThat(begin(another, sameAs, 3)).isInstanceOf(Begun.Follows.class);
    }

    private Begun begin(Ask of, Optional<String> same, long settingsVersion) {
        return begin(Replica.beginning(of, same, settingsVersion));
    }

    private Begun begin(Beginning beginning) {
        return begin(one, beginning);
    }

    private static Begun begin(Replica replica, Beginning beginning) {
        return replica.log.begin(beginning).await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void beginsAnewOnceTheSameQuestionIsAnswered() {
        var told = one.tell(ask, sameAs, story, comesBack);
        story.ends(ask, "Yes.");
        awaitEnd(told);
        var again = new ScriptedStory();

        other.tell(ask(caller), sameAs, again, comesBack);

        eventually().until(() -> again.begun.get() == 1);
    }

    @Test
    void goesOnOnAnyReplicaAfterTheEventThatWasSeenLast() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        story.says("Within ");
        eventually().until(() -> text(told).equals("Within "));
        told.cancel();

        var resumed = other.read(ask, 2, comesBack);
        story.says("30 days.");
        story.ends(ask, "Within 30 days.");

        awaitEnd(resumed);
        assertThat(ids(resumed)).startsWith(3L).doesNotHaveDuplicates();
        assertThat(text(resumed)).isEqualTo("Within 30 days.");
        var late = other.read(ask, 0, comesBack);
        awaitEnd(late);
        assertThat(late.getItems()).isEqualTo(entries());
    }

    @Test
    void isReadByTheOneWhoAskedAlone() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        story.ends(ask, "Yes.");
        awaitEnd(told);

        for (Caller stranger : List.of(
                caller("visitor:bob"),
                new Caller(Ids.next(), caller.subject(), Set.of(Scope.CHAT), "standard", List.of(), "token"))) {
            var refused = other.read(ask, 0, new AnswerLog.Reader(stranger, true));
            assertThat(refused.awaitFailure(Duration.ofSeconds(20)).getFailure())
                    .isInstanceOf(AnswerError.Unknown.class);
        }
    }

    @Test
    void stopsTheWorkWhereNobodyListensAndNobodyMayComeBack() {
        var told = one.tell(ask, Optional.empty(), story, goesForGood);
        story.says("Within ");
        eventually().until(() -> text(told).equals("Within "));

        told.cancel();

        eventually().untilTrue(story.cancelled);
        var late = other.read(ask, 0, comesBack);
        awaitEnd(late);
        assertThat(reason(late)).isEqualTo(Reason.ABANDONED);
    }

    @Test
    void goesOnForWhoFollowsWhenTheOneWhoAskedFirstHasGone() {
        var told = one.tell(ask, sameAs, story, goesForGood);
        await().until(() -> story.begun.get() == 1);
        var followed = other.tell(ask(caller), sameAs, new ScriptedStory(), goesForGood);
        eventually().until(() -> !followed.getItems().isEmpty());

        told.cancel();

        eventually().pollDelay(Duration.ofSeconds(1)).until(() -> !story.cancelled.get());
        story.ends(ask, "Yes.");
        awaitEnd(followed);
    }

    @Test
    void stopsTheWorkWhenTheLastOneWhoFollowedHasGoneToo() {
        var told = one.tell(ask, sameAs, story, goesForGood);
        await().until(() -> story.begun.get() == 1);
        var followed = other.tell(ask(caller), sameAs, new ScriptedStory(), goesForGood);
        eventually().until(() -> !followed.getItems().isEmpty());

        told.cancel();
        followed.cancel();

        eventually().untilTrue(story.cancelled);
    }

    @Test
    void goesOnWithoutReadersWhereTheyMayComeBack() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        eventually().until(() -> told.getItems().size() == 2);
        told.cancel();

        story.says("Within 30 days.");
        story.ends(ask, "Within 30 days.");

        eventually().until(() -> entries().size() == 4);
        assertThat(story.cancelled).isFalse();
    }

    @Test
    void goesOnWhereADeadReplicaLeftOff() {
        one.tell(ask, sameAs, story, comesBack);
        eventually().until(() -> story.begun.get() == 1);
        story.finds("what was found");
        story.says("Within ");
        eventually().until(() -> entries().size() == 3);
        var followed = other.tell(ask(caller), sameAs, new ScriptedStory(), comesBack);
        eventually().until(() -> text(followed).equals("Within "));

        one.die();
        eventually().until(() -> other.continuation.begun.get() == 1);
        other.continuation.says("30 days.");
        other.continuation.ends(ask, "Within 30 days.");

        awaitEnd(followed);
        assertThat(text(followed)).isEqualTo("Within 30 days.");
        assertThat(other.takenOver).singleElement().satisfies(left -> {
            assertThat(left.ask()).isEqualTo(ask);
            assertThat(left.findings()).contains("what was found");
            assertThat(left.told()).endsWith(new AnswerEvent.Delta("Within "));
        });
        assertThat(entries()).filteredOn(LogEvent::isLast).hasSize(1);
    }

    @Test
    void doesNotFollowAnAnswerThatHasFallenSilentInItsText() {
        try (Replica quiet = replica(Map.of("lease", "60s", "max-silence", "1s"))) {
            quiet.tell(ask, sameAs, story, comesBack);
            eventually().until(() -> story.begun.get() == 1);
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);

            Begun beforeItsText = begin(quiet, Replica.beginning(ask(caller), sameAs, 0));
            story.says("Within ");
            eventually().until(() -> entries().size() == 3);
            Begun inItsText = begin(quiet, Replica.beginning(ask(caller), sameAs, 0));
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
            Begun afterASilence = begin(quiet, Replica.beginning(ask(caller), sameAs, 0));

            assertThat(List.of(beforeItsText, inItsText)).hasOnlyElementsOfType(Begun.Follows.class);
            assertThat(afterASilence).isInstanceOf(Begun.Leads.class);
        }
    }

    @Test
    void tellsWhoeverGoesOnWhatWasSaidBefore() {
        var before = one.tell(ask, Optional.empty(), story, comesBack);
        story.ends(ask, "Within 30 days.");
        awaitEnd(before);
        Ask followUp = ask(caller, ask.conversationId());
        var idle = new ScriptedStory();
        one.tell(followUp, sameAs, idle, comesBack);
        eventually().until(() -> idle.begun.get() == 1);

        one.die();

        eventually().until(() -> other.continuation.begun.get() == 1);
        assertThat(other.takenOver).singleElement().satisfies(left -> {
            assertThat(left.ask()).isEqualTo(followUp);
            assertThat(left.conversation().turns()).extracting(Turn::answer).containsExactly("Within 30 days.");
        });
    }

    @Test
    void leavesTheLogToWhoeverHasTakenItOver() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        story.says("Within ");
        eventually().until(() -> text(told).equals("Within "));
        one.store.goAway();
        eventually().until(() -> other.continuation.begun.get() == 1);
        other.continuation.ends(ask, "Within ");
        eventually().until(() -> entries().size() == 4);

        one.store.comeBack();
        story.says("45 days.");

        eventually().untilTrue(story.cancelled);
        awaitEnd(told);
        assertThat(entries()).hasSize(4).filteredOn(LogEvent::isLast).hasSize(1);
        assertThat(told.getItems()).filteredOn(LogEvent::isLast).hasSize(1);
    }

    @Test
    void tellsWhatRedisDoesNotTakeAndGivesItToItLater() {
        var told = one.tell(ask, Optional.empty(), story, comesBack);
        eventually().until(() -> told.getItems().size() == 2);
        one.store.goAway();
        story.says("Within ");
        eventually().until(() -> text(told).equals("Within "));
        one.store.comeBack();
        story.says("30 days.");
        story.ends(ask, "Within 30 days.");

        awaitEnd(told);

        assertThat(text(told)).isEqualTo("Within 30 days.");
        assertThat(told.getItems().get(2).kept()).isFalse();
        eventually().until(() -> entries().size() == told.getItems().size());
        assertThat(one.registry
                        .counter("frontdesk.answer.log.unkept", "what", "events")
                        .count())
                .isPositive();
    }

    @Test
    void answersWithoutRedisToo() {
        one.store.goAway();

        var told = one.tell(ask, sameAs, story, comesBack);
        story.says("Within 30 days.");
        story.ends(ask, "Within 30 days.");

        awaitEnd(told);
        assertThat(text(told)).isEqualTo("Within 30 days.");
        assertThat(told.getItems()).noneMatch(LogEvent::kept);
        assertThat(one.registry
                        .counter("frontdesk.answer.log.unkept", "what", "answer")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givesASlowReaderWhatItAsksForFromRedis() {
        try (Replica forgetful = replica(Map.of("recent", "2", "batch", "3"))) {
            var slow = forgetful.told(Replica.beginning(ask, Optional.empty(), 0), story, comesBack, 1);
            eventually().until(() -> slow.getItems().size() == 1);
            for (int i = 0; i < 20; i++) {
                int size = entries().size();
                story.says("word ");
                eventually().until(() -> entries().size() > size);
            }
            story.ends(ask, "word ".repeat(20));
            eventually().until(() -> entries().size() == 23);

            assertThat(slow.getItems()).hasSize(1);
            slow.request(Long.MAX_VALUE);

            awaitEnd(slow);
            assertThat(text(slow)).isEqualTo("word ".repeat(20));
        }
    }

    @Test
    void endsAnAnswerThatIsTooLong() {
        try (Replica strict = replica(Map.of("max-chars", "100"))) {
            var told = strict.tell(ask, Optional.empty(), story, comesBack);
            await().until(() -> story.begun.get() == 1);
            story.says("x".repeat(60), "y".repeat(60), "z");

            awaitEnd(told);

            assertThat(reason(told)).isEqualTo(Reason.LENGTH);
            eventually().untilTrue(story.cancelled);
        }
    }

    private static Reason reason(AssertSubscriber<LogEvent> told) {
        return ((AnswerEvent.Incomplete) told.getItems().getLast().event()).reason();
    }

    private Replica replica(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(LogConfig.class)
                .withMapping(ConversationConfig.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withDefaultValue("frontdesk.answer-log.lease", "2s")
                .withDefaultValue("frontdesk.answer-log.timeout", "10s")
                .withDefaultValue("frontdesk.answer-log.sweep", "500ms")
                // A machine that stands still for a moment is no dead writer.
                .withDefaultValue("frontdesk.answer-log.max-silence", "10s");
        settings.forEach((name, value) -> config.withDefaultValue("frontdesk.answer-log." + name, value));
        var built = config.build();
        return new Replica(
                vertx,
                redis,
                json,
                built.getConfigMapping(LogConfig.class),
                built.getConfigMapping(ConversationConfig.class));
    }

    private Caller caller(String subject) {
        return new Caller(tenant, subject, Set.of(Scope.CHAT), "standard", List.of(), "token");
    }

    private Ask ask(Caller by) {
        return ask(by, null);
    }

    private Ask ask(Caller by, @Nullable UUID conversation) {
        return new Ask(
                tenant,
                Ids.next(),
                conversation == null ? Ids.next() : conversation,
                by.subject(),
                by.plan(),
                by.acl(),
                new AnswerRequest("How long?", conversation, Map.of(), null, null),
                Instant.EPOCH);
    }

    /** The log, as it stands on Redis. */
    private List<LogEvent> entries() {
        var reply = redis.sendAndAwait(
                Request.cmd(Command.XRANGE).arg(ask.ref().log()).arg("-").arg("+"));
        return new EventJson(json).events(reply);
    }

    private String finished(UUID id) {
        var reply = redis.sendAndAwait(
                Request.cmd(Command.XRANGE).arg("generation:finished").arg("-").arg("+"));
        return StreamSupport.stream(reply.spliterator(), false)
                .map(entry -> entry.get(1).toString())
                .filter(fields -> fields.contains(id.toString()))
                .collect(Collectors.joining());
    }

    private static void awaitEnd(AssertSubscriber<LogEvent> told) {
        told.awaitCompletion(Duration.ofSeconds(30));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    private static List<Long> ids(AssertSubscriber<LogEvent> told) {
        return told.getItems().stream().map(LogEvent::id).toList();
    }

    private static List<Long> dense(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static String text(AssertSubscriber<LogEvent> told) {
        return told.getItems().stream()
                .map(LogEvent::event)
                .filter(AnswerEvent.Delta.class::isInstance)
                .map(event -> ((AnswerEvent.Delta) event).text())
                .collect(Collectors.joining());
    }
}
