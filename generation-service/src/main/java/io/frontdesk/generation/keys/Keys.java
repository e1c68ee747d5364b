package io.frontdesk.generation.keys;

import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.generation.pool.KeyRing;
import io.frontdesk.generation.pool.LlmKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** All keys in use: those that the installation was started with, and those of the operator as they are known at the moment. */
@ApplicationScoped
public class Keys implements KeyRing {
    private final List<LlmKey> given;
    private volatile List<LlmKey> all;

    Keys(Config environment, LlmConfig config) {
        List<LlmKey> keys = new ArrayList<>(new KeysFromEnvironment(environment, config.currency()).read());
        config.keys().forEach((alias, key) -> keys.add(key(alias, key, config.currency())));
        this.given = List.copyOf(keys);
        this.all = given;
    }

    @Override
    public List<LlmKey> keys() {
        return all;
    }

    /** Those of the environment and of configuration. */
    List<LlmKey> given() {
        return given;
    }

    /** The operator's keys from now on; an alias that the installation has is not theirs. */
    void replace(List<LlmKey> ofOperator) {
        all = Stream.concat(given.stream(), ofOperator.stream().filter(key -> given.stream()
                        .noneMatch(one -> one.alias().equals(key.alias()))))
                .toList();
    }

    private static LlmKey key(String alias, LlmConfig.Key key, String currency) {
        return new LlmKey(
                alias,
                key.provider(),
                key.baseUrl(),
                key.secret(),
                key.model(),
                key.cheapModel().orElse(null),
                key.priority(),
                new KeyLimits(key.requestsPerMinute(), key.tokensPerMinute(), key.requestsPerDay(), key.tokensPerDay()),
                new Prices(key.promptPrice(), key.completionPrice(), currency),
                key.acceptsPrefix());
    }
}
