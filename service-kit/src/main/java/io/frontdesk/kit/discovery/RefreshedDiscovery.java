package io.frontdesk.kit.discovery;

import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceDiscovery;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.impl.DefaultServiceInstance;
import io.smallrye.stork.utils.ServiceInstanceIds;
import io.smallrye.stork.utils.ServiceInstanceUtils;
import io.vertx.core.Vertx;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What a lookup found last, looked up again and again, so that nobody who asks waits for it. One that fails, or finds no instance at
 * all, changes nothing: whether they are there is seen when they are asked. Only until the first is found, callers wait for a lookup
 * that they share, and fail with {@link NoServiceInstanceFoundException} where it does.
 */
final class RefreshedDiscovery implements ServiceDiscovery, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RefreshedDiscovery.class);

    private final String service;
    private final Lookup lookup;
    private final Uni<List<ServiceInstance>> latest;
    private final Rounds rounds;
    private volatile List<ServiceInstance> known = List.of();

    RefreshedDiscovery(String service, Lookup lookup, DiscoveryConfig config, Vertx vertx, MeterRegistry metrics) {
        this.service = service;
        this.lookup = lookup;
        var found = lookups(metrics, "found");
        var failed = lookups(metrics, "failed");
        this.latest = Uni.createFrom()
                .deferred(lookup::find)
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(this::take)
                .invoke(instances -> found.increment())
                .onFailure()
                .invoke(e -> failed.increment())
                .onFailure()
                .transform(e -> new NoServiceInstanceFoundException("no instance of " + service + " is found", e))
                .memoize()
                .atLeast(config.refresh().dividedBy(2));
        this.rounds =
                new Rounds(vertx, "instances of " + service, config.refresh(), () -> latest.replaceWith(Boolean.FALSE));
        Gauge.builder("frontdesk_instances", this, discovery -> discovery.known.size())
                .description("Instances of a service that were found last")
                .tag("service", service)
                .register(metrics);
    }

    private Counter lookups(MeterRegistry metrics, String outcome) {
        return Counter.builder("frontdesk_instance_lookups")
                .description("Lookups of a service's instances, by whether they found any")
                .tag("service", service)
                .tag("outcome", outcome)
                .register(metrics);
    }

    RefreshedDiscovery started() {
        rounds.start();
        rounds.hurry();
        return this;
    }

    @Override
    public Uni<List<ServiceInstance>> getServiceInstances() {
        return known.isEmpty() ? latest : Uni.createFrom().item(known);
    }

    private List<ServiceInstance> take(List<Address> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalStateException("the lookup has found none");
        }
        List<ServiceInstance> before = known;
        known = addresses.stream()
                .distinct()
                .map(address -> instance(before, address))
                .toList();
        if (known.size() != before.size() || !before.containsAll(known)) {
            LOG.infof("instances of %s: %s", service, addresses);
        }
        return known;
    }

    private static ServiceInstance instance(List<ServiceInstance> before, Address address) {
        ServiceInstance same = ServiceInstanceUtils.findMatching(before, address.host(), address.port());
        return same != null
                ? same
                : new DefaultServiceInstance(ServiceInstanceIds.next(), address.host(), address.port(), false);
    }

    @Override
    public void close() {
        rounds.stop();
        lookup.close();
    }
}
