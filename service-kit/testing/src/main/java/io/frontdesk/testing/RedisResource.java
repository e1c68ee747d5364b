package io.frontdesk.testing;

import io.frontdesk.local.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The launcher's Redis. */
public class RedisResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("REDIS_URL", TestInfrastructure.ensure().redisUrl());
    }

    @Override
    public void stop() {}
}
