package io.frontdesk.auth;

import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A state Redis of the test's own, one database of the launcher's, behind a {@link RedisGate}. */
public class GatedRedisResource implements QuarkusTestResourceLifecycleManager {
    private static final int DATABASES = 16;

    private @Nullable RedisGate gate;

    @Override
    public Map<String, String> start() {
        try {
            gate = new RedisGate(URI.create(new RedisResource().start().get("REDIS_URL")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int database = ThreadLocalRandom.current().nextInt(1, DATABASES);
        return Map.of("REDIS_STATE_URL", "redis://127.0.0.1:" + gate.port() + "/" + database);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(gate, new TestInjector.MatchesType(RedisGate.class));
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(gate).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
