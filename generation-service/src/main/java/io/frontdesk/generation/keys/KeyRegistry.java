package io.frontdesk.generation.keys;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.llm.LlmKeyChange;
import io.frontdesk.contracts.llm.LlmKeyView;
import io.frontdesk.contracts.llm.LlmKeyView.Origin;
import io.frontdesk.contracts.llm.NewLlmKey;
import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.generation.pool.KeyState;
import io.frontdesk.generation.pool.LlmKey;
import io.frontdesk.generation.pool.PoolFigures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All keys, as the operator sees, adds, changes and removes them. Fails with a {@link KeyError} or an {@link InvalidField}. */
@ApplicationScoped
class KeyRegistry {
    private static final int USUAL_PRIORITY = 50;

    /** Stands for a secret that is not looked at. */
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(1_000_000);

    private static final int MOST_PLACES = 9;
    private static final String SEALED = "sealed";

    private final Keys keys;
    private final OperatorKeys ofOperator;
    private final KeyStore store;
    private final PoolFigures figures;

    KeyRegistry(Keys keys, OperatorKeys ofOperator, KeyStore store, PoolFigures figures) {
        this.keys = keys;
        this.ofOperator = ofOperator;
        this.store = store;
        this.figures = figures;
    }

    /** Those of the installation, then the operator's. */
    Uni<List<LlmKeyView>> list() {
        return Uni.combine().all().unis(store.list(), states()).asTuple().map(found -> {
            List<LlmKeyView> views = new ArrayList<>();
            Map<String, KeyState> states = found.getItem2();
            for (LlmKey key : keys.given()) {
                views.add(KeyViews.of(id(key), Origin.INSTALLATION, true, key, states.get(key.alias())));
            }
            for (SealedKey key : found.getItem1()) {
                LlmKey shown = ofOperator.key(key, SEALED);
                views.add(KeyViews.of(key.id(), Origin.OPERATOR, key.enabled(), shown, states.get(key.alias())));
            }
            return views;
        });
    }

    Uni<LlmKeyView> get(UUID id) {
        return list().map(views ->
                views.stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow(KeyError::unknown));
    }

    Uni<LlmKeyView> add(NewLlmKey request) {
        UUID id = Ids.next();
        String alias = Objects.requireNonNullElse(request.alias(), "key-" + id);
        SealedKey key = new SealedKey(
                id,
                alias,
                !Boolean.FALSE.equals(request.enabled()),
                Objects.requireNonNullElse(request.provider(), "openai"),
                request.baseUrl(),
                ofOperator.seal(alias, request.secret()),
                request.model(),
                request.cheapModel(),
                Objects.requireNonNullElse(request.priority(), USUAL_PRIORITY),
                new KeyLimits(
                        orNone(request.requestsPerMinute()),
                        orNone(request.tokensPerMinute()),
                        orNone(request.requestsPerDay()),
                        orNone(request.tokensPerDay())),
                orNothing(request.promptPrice()),
                orNothing(request.completionPrice()),
                Boolean.TRUE.equals(request.acceptsPrefix()));
        check(key, request.secret());
        if (keys.given().stream().anyMatch(given -> given.alias().equals(alias))) {
            throw KeyError.taken(alias);
        }
        return store.add(key)
                .invoke(added -> require(added, () -> KeyError.taken(alias)))
                .chain(ofOperator::refresh)
                .chain(() -> get(id));
    }

    Uni<LlmKeyView> change(UUID id, LlmKeyChange change) {
        return stored(id)
                .map(key -> changed(key, change))
                .chain(store::change)
                .invoke(found -> require(found, KeyError::unknown))
                .chain(ofOperator::refresh)
                .chain(() -> get(id));
    }

    Uni<Void> remove(UUID id) {
        return stored(id)
                .chain(key -> store.remove(id))
                .invoke(found -> require(found, KeyError::unknown))
                .chain(ofOperator::refresh);
    }

    /** Of any key: closes its breaker, and takes it in again where it was out. */
    Uni<LlmKeyView> reset(UUID id) {
        return get(id).chain(view -> figures.reset(view.alias()).onFailure().transform(KeyError::unavailable))
                .chain(() -> get(id));
    }

    private Uni<SealedKey> stored(UUID id) {
        if (keys.given().stream().anyMatch(key -> id(key).equals(id))) {
            return Uni.createFrom().failure(KeyError.ofTheInstallation());
        }
        return store.list().map(stored -> stored.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(KeyError::unknown));
    }

    private SealedKey changed(SealedKey key, LlmKeyChange change) {
        KeyLimits limits = key.limits();
        var changed = new SealedKey(
                key.id(),
                key.alias(),
                Objects.requireNonNullElse(change.enabled(), key.enabled()),
                Objects.requireNonNullElse(change.provider(), key.provider()),
                Objects.requireNonNullElse(change.baseUrl(), key.baseUrl()),
                change.secret() == null ? key.secret() : ofOperator.seal(key.alias(), change.secret()),
                Objects.requireNonNullElse(change.model(), key.model()),
                change.cheapModel() == null ? key.cheapModel() : change.cheapModel(),
                Objects.requireNonNullElse(change.priority(), key.priority()),
                new KeyLimits(
                        Objects.requireNonNullElse(change.requestsPerMinute(), limits.requestsPerMinute()),
                        Objects.requireNonNullElse(change.tokensPerMinute(), limits.tokensPerMinute()),
                        Objects.requireNonNullElse(change.requestsPerDay(), limits.requestsPerDay()),
                        Objects.requireNonNullElse(change.tokensPerDay(), limits.tokensPerDay())),
                Objects.requireNonNullElse(change.promptPrice(), key.promptPrice()),
                Objects.requireNonNullElse(change.completionPrice(), key.completionPrice()),
                Objects.requireNonNullElse(change.acceptsPrefix(), key.acceptsPrefix()));
        check(changed, Objects.requireNonNullElse(change.secret(), SEALED));
        return changed;
    }

    /** Refuses what could not be used. */
    private void check(SealedKey key, String secret) {
        ofOperator.key(key, secret);
        check("prompt_price", key.promptPrice());
        check("completion_price", key.completionPrice());
    }

    private static void check(String field, BigDecimal price) {
        if (price.signum() < 0 || price.compareTo(MOST_PRICE) > 0 || price.scale() > MOST_PLACES) {
            throw new InvalidField(field, "must be from 0 to 1000000, with at most 9 decimal places");
        }
    }

    /** An id for what has none in the database: the same at every replica, and after each start. */
    private static UUID id(LlmKey given) {
        return UUID.nameUUIDFromBytes(("key of the installation " + given.alias()).getBytes(StandardCharsets.UTF_8));
    }

    private Uni<Map<String, KeyState>> states() {
        return figures.states()
                .map(states -> states.stream()
                        .collect(Collectors.toMap(state -> state.key().alias(), Function.identity())))
                .onFailure()
                .recoverWithItem(Map.of());
    }

    private static void require(boolean done, Supplier<KeyError> otherwise) {
        if (!done) {
            throw otherwise.get();
        }
    }

    private static long orNone(@Nullable Long limit) {
        return limit == null ? 0 : limit;
    }

    private static BigDecimal orNothing(@Nullable BigDecimal price) {
        return price == null ? BigDecimal.ZERO : price;
    }
}
