package io.frontdesk.generation.answer;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.generation.Owner;
import io.frontdesk.generation.conversation.TurnJson;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.pool.ChatPool;
import io.frontdesk.kit.redis.Script;
import io.frontdesk.testing.RedisMonitor;
import io.frontdesk.testing.RedisMonitor.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the questions of a tenant ask of Redis until the first has its end, by the names of our scripts. */
final class RoundTrips implements AutoCloseable {
    private static final Script HELD = Script.beside(AnswerLog.class, "held");
    private static final Script KEY = Script.beside(ChatPool.class, "key");
    private static final Map<String, String> SCRIPTS = Map.of(
            Script.beside(AnswerLog.class, "begin").after(TurnJson.TURNS).hash(), "begin",
            Script.beside(AnswerLog.class, "append").after(HELD).hash(), "append",
            Script.beside(AnswerLog.class, "finish")
                            .after(HELD)
                            .after(TurnJson.TURNS)
                            .hash(),
                    "finish",
            Script.beside(ChatPool.class, "pick").after(KEY).hash(), "pick",
            Script.beside(ChatPool.class, "end").after(KEY).hash(), "end");

    /** Of no tenant, and told beside the end; the pool is this test's own. */
    private static final List<String> OF_THE_POOL = List.of("pick", "end");

    private final RedisMonitor monitor = RedisMonitor.begin();
    private final UUID tenant;

    private RoundTrips(UUID tenant) {
        this.tenant = tenant;
    }

    /** From when on what the tenant asked before has been kept. */
    static RoundTrips begin(UUID tenant, Owner owner) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !owner.strings("select id from conversation_turn where tenant_id = ?", tenant)
                        .isEmpty());
        return new RoundTrips(tenant);
    }

    /** How many of each there were. */
    Map<String, Long> counted() {
        return asked().collect(groupingBy(RoundTrips::name, TreeMap::new, counting()));
    }

    /** Those up to the first word of an answer that was appended. */
    Map<String, Long> untilTheFirstWord() {
        return asked().takeWhile(one -> !one.names("answer.delta"))
                .collect(groupingBy(RoundTrips::name, TreeMap::new, counting()));
    }

    /** How many appends one answer may make: one in 50 ms, by timers that count whole milliseconds. */
    long mostAppends() {
        return (long) ((at("finish") - at("begin")) / 0.049);
    }

    private double at(String name) {
        return asked().filter(one -> name(one).equals(name))
                .mapToDouble(Asked::at)
                .max()
                .orElseThrow();
    }

    /** What follows the end is the keeping of records, in batches. */
    private Stream<Asked> asked() {
        List<Asked> all = monitor.asked();
        List<String> names = all.stream().map(RoundTrips::name).toList();
        int end = names.contains("finish") ? names.indexOf("finish") : all.size();
        return IntStream.range(0, all.size())
                .filter(i -> OF_THE_POOL.contains(names.get(i))
                        || i <= end && all.get(i).names(tenant))
                .mapToObj(all::get);
    }

    private static String name(Asked one) {
        String[] words = one.arguments().strip().split("\"", 3);
        return one.command().equalsIgnoreCase("evalsha") ? SCRIPTS.getOrDefault(words[1], "a script") : one.command();
    }

    @Override
    public void close() {
        monitor.close();
    }
}
