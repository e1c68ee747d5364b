package io.frontdesk.kit.tokens;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.kit.request.CallingContext;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Tokens until shortly before they expire, or for {@code longest} where that is sooner; refusals, which are empty, for a
 * moment. What several ask for at once is asked of the auth-service once; failures to ask it are not remembered.
 *
 * @param <K> names whose token it is: a whole hash of a credential, or a tenant
 */
final class GrantCache<K> {
    private static final Duration MARGIN = Duration.ofSeconds(15);
    private static final Duration REFUSAL = Duration.ofSeconds(1);

    private final AsyncCache<K, Optional<TokenGrant>> grants;

    GrantCache(int size, Duration longest) {
        grants = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfter(Expiry.<K, Optional<TokenGrant>>creating((key, grant) ->
                        grant.map(given -> lifetime(given, longest)).orElse(REFUSAL)))
                .buildAsync();
    }

    Uni<Optional<TokenGrant>> get(K key, Supplier<Uni<Optional<TokenGrant>>> request) {
        // A copy for each who asks: one that goes away must not cancel what others wait for.
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .completionStage(grants.get(key, (absent, executor) -> request.get()
                                .subscribeAsCompletionStage()
                                .toCompletableFuture())
                        .copy())
                .emitOn(CallingContext.executor()));
    }

    /** The token that nobody has to be asked for. */
    Optional<TokenGrant> known(K key) {
        CompletableFuture<Optional<TokenGrant>> answer = grants.getIfPresent(key);
        return answer != null && answer.isDone() && !answer.isCompletedExceptionally()
                ? answer.join()
                : Optional.empty();
    }

    /** As {@link #get}, where this grant is no longer good enough; one that has come meanwhile is. */
    Uni<Optional<TokenGrant>> renew(K key, TokenGrant outdated, Supplier<Uni<Optional<TokenGrant>>> request) {
        grants.asMap().computeIfPresent(key, (same, grant) -> holds(grant, outdated) ? null : grant);
        return get(key, request);
    }

    private static boolean holds(CompletableFuture<Optional<TokenGrant>> answer, TokenGrant grant) {
        return answer.isDone()
                && !answer.isCompletedExceptionally()
                && answer.join().filter(grant::equals).isPresent();
    }

    private static Duration lifetime(TokenGrant grant, Duration longest) {
        Duration usable = Duration.ofSeconds(grant.expiresIn()).minus(MARGIN);
        Duration lifetime = usable.compareTo(longest) < 0 ? usable : longest;
        return lifetime.isNegative() ? Duration.ZERO : lifetime;
    }
}
