package io.frontdesk.kit.balancing;

import io.quarkus.arc.Unremovable;
import io.smallrye.stork.api.LoadBalancer;
import io.smallrye.stork.api.ServiceDiscovery;
import io.smallrye.stork.api.config.ConfigWithType;
import io.smallrye.stork.spi.internal.LoadBalancerLoader;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes Stork's {@code load-balancer.type=ejecting}, with {@code choice} one of {@code power-of-two-choices} (the default), {@code
 * round-robin} and {@code least-requests}.
 */
@ApplicationScoped
@Unremovable
class EjectingLoadBalancerLoader implements LoadBalancerLoader {
    @Override
    public LoadBalancer createLoadBalancer(ConfigWithType config, ServiceDiscovery discovery) {
        String choice = config.parameters().getOrDefault("choice", "power-of-two-choices");
        return new EjectingLoadBalancer(Choice.of(choice), System::nanoTime);
    }

    @Override
    public String type() {
        return "ejecting";
    }
}
