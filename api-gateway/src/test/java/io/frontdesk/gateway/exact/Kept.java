package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.contracts.reuse.SettledKind;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.quarkus.redis.datasource.RedisDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Answers as retrieval-service keeps them for gateways, and the state of a tenant under which they are given again. */
public final class Kept {
    public static final AnswerKind KIND = new AnswerKind("answer-v2-00", "extractive");
    public static final long VERSION = 7;
    public static final Duration AGE = Duration.ofMinutes(5);
    private static final long LIFETIME = Duration.ofMinutes(10).toMillis();

    private Kept() {}

    /** Lets a tenant's state tell of this version and kind. */
    public static void tell(RedisDataSource state, TestCaller of) {
        state.hash(String.class)
                .hset(
                        TenantState.key(of.tenant()),
                        Map.of(
                                TenantState.KNOWLEDGE_VERSION,
                                Long.toString(VERSION),
                                TenantState.ANSWER_KIND,
                                new SettledKind(0, KIND).text()));
    }

    /** Keeps the answer {@code Kept.} to a question. */
    public static void keep(RedisDataSource cache, TestCaller of, String question) {
        keep(cache, of, question, List.of());
    }

    /** The same, for whoever has these labels. */
    public static void keep(RedisDataSource cache, TestCaller of, String question, List<String> acl) {
        String key = key(of, question, acl);
        var kept = new KeptAnswer(key, Instant.now().minus(AGE), Told.answer("Kept."));
        cache.value(String.class)
                .psetex(
                        key,
                        LIFETIME,
                        ExactAnswers.entry(VERSION, UpstreamJson.write(kept).toString()));
    }

    static String key(TestCaller of, String question) {
        return key(of, question, List.of());
    }

    private static String key(TestCaller of, String question, List<String> acl) {
        return ExactAnswers.key(of.tenant(), acl, KIND, question, Map.of(), 8);
    }
}
