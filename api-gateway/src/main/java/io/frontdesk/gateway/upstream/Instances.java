package io.frontdesk.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Picks the instance to ask. One that could not be reached rests for a moment, unless all do: an idle dead instance would
 * otherwise look like the least busy one.
 */
@ApplicationScoped
class Instances {
    private static final Duration REST = Duration.ofSeconds(3);

    /** Keyed by the instance's address, which says nothing of any tenant. */
    private final Cache<String, Boolean> resting =
            Caffeine.newBuilder().expireAfterWrite(REST).maximumSize(1_000).build();

    Uni<ServiceInstance> pick(UpstreamService upstream) {
        Service service = Stork.getInstance().getService(upstream.serviceName());
        return service.getInstances().map(all -> service.getLoadBalancer().selectServiceInstance(awake(all)));
    }

    void rest(ServiceInstance instance) {
        resting.put(address(instance), true);
    }

    private List<ServiceInstance> awake(List<ServiceInstance> all) {
        List<ServiceInstance> awake = all.stream()
                .filter(instance -> resting.getIfPresent(address(instance)) == null)
                .toList();
        return awake.isEmpty() ? all : awake;
    }

    private static String address(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
