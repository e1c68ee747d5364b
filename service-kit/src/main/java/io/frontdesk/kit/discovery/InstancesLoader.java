package io.frontdesk.kit.discovery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.smallrye.stork.api.ServiceDiscovery;
import io.smallrye.stork.api.config.ConfigWithType;
import io.smallrye.stork.api.config.ServiceConfig;
import io.smallrye.stork.servicediscovery.staticlist.StaticConfiguration;
import io.smallrye.stork.servicediscovery.staticlist.StaticListServiceDiscoveryProvider;
import io.smallrye.stork.spi.StorkInfrastructure;
import io.smallrye.stork.spi.internal.ServiceDiscoveryLoader;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes Stork's {@code service-discovery.type=instances}, by what {@code address-list} begins with: {@code dns:name:port} and {@code
 * dns:name} as {@link DnsLookup} says, {@code kubernetes:namespace/service} as {@link KubernetesLookup} does, or {@code
 * host:port,host:port}, a list that stays as it is.
 */
@ApplicationScoped
@Unremovable
class InstancesLoader implements ServiceDiscoveryLoader {
    private static final String DNS = "dns:";
    private static final String KUBERNETES = "kubernetes:";

    private final DiscoveryConfig config;
    private final MeterRegistry metrics;
    private final List<RefreshedDiscovery> refreshed = new CopyOnWriteArrayList<>();

    InstancesLoader(DiscoveryConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    @Override
    public ServiceDiscovery createServiceDiscovery(
            ConfigWithType type, String service, ServiceConfig whole, StorkInfrastructure infrastructure) {
        var vertx = infrastructure.get(Vertx.class, Vertx::vertx);
        String addresses = type.parameters().getOrDefault("address-list", "");
        if (addresses.startsWith(DNS)) {
            return refreshed(service, new DnsLookup(addresses.substring(DNS.length()), config, vertx), vertx);
        }
        if (addresses.startsWith(KUBERNETES)) {
            var api = new io.vertx.mutiny.core.Vertx(vertx);
            var lookup = new KubernetesLookup(addresses.substring(KUBERNETES.length()), config.kubernetes(), api);
            return refreshed(service, lookup, vertx);
        }
        return new StaticListServiceDiscoveryProvider()
                .createServiceDiscovery(new StaticConfiguration(type.parameters()), service, whole, infrastructure);
    }

    private ServiceDiscovery refreshed(String service, Lookup lookup, Vertx vertx) {
        var discovery = new RefreshedDiscovery(service, lookup, config, vertx, metrics).started();
        refreshed.add(discovery);
        return discovery;
    }

    @PreDestroy
    void close() {
        refreshed.forEach(RefreshedDiscovery::close);
    }

    @Override
    public String type() {
        return "instances";
    }
}
