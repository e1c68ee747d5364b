package io.frontdesk.kit.discovery;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceDiscovery;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.spi.StorkInfrastructure;
import io.smallrye.stork.spi.config.SimpleServiceConfig;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The instances that an address list leads to, as Stork is told of them, looked up every tenth of a second. */
final class Discovered implements AutoCloseable {
    private static final String SERVICE = "moving";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InstancesLoader loader;
    private final ServiceDiscovery discovery;

    Discovered(String addressList, Map<String, String> settings) {
        DiscoveryConfig config = new SmallRyeConfigBuilder()
                .withMapping(DiscoveryConfig.class)
                .withDefaultValue("frontdesk.discovery.refresh", "100ms")
                .withDefaultValues(settings)
                .withConverter(Duration.class, 200, io.quarkus.runtime.configuration.DurationConverter::parseDuration)
                .build()
                .getConfigMapping(DiscoveryConfig.class);
        var type =
                new SimpleServiceConfig.SimpleServiceDiscoveryConfig("instances", Map.of("address-list", addressList));
        var whole = new SimpleServiceConfig.Builder()
                .setServiceName(SERVICE)
                .setServiceDiscovery(type)
                .build();
        this.loader = new InstancesLoader(config, metrics);
        this.discovery = loader.createServiceDiscovery(type, SERVICE, whole, new OurVertx());
    }

    private final class OurVertx implements StorkInfrastructure {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Class<T> utilityClass, Supplier<T> defaultSupplier) {
            return (T) vertx;
        }
    }

    Uni<List<ServiceInstance>> instances() {
        return discovery.getServiceInstances();
    }

    /** Those that are known at this moment, without waiting for any lookup. */
    List<String> known() {
        return instances()
                .onFailure(NoServiceInstanceFoundException.class)
                .recoverWithItem(List.of())
                .subscribeAsCompletionStage()
                .getNow(List.of())
                .stream()
                .map(instance -> instance.getHost() + ":" + instance.getPort())
                .sorted()
                .toList();
    }

    void awaitKnown(String... addresses) {
        await().atMost(PATIENCE).until(() -> List.of(addresses).equals(known()));
    }

    /** Waits until so many lookups more have failed. */
    void awaitFailures(int more) {
        double before = failures();
        await().atMost(PATIENCE).until(() -> failures() >= before + more);
    }

    private double failures() {
        return metrics.get("frontdesk_instance_lookups")
                .tag("service", SERVICE)
                .tag("outcome", "failed")
                .counter()
                .count();
    }

    double gauge() {
        return metrics.get("frontdesk_instances")
                .tag("service", SERVICE)
                .gauge()
                .value();
    }

    @Override
    public void close() {
        loader.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
