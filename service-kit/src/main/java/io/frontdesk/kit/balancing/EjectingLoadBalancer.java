package io.frontdesk.kit.balancing;

import io.smallrye.stork.api.LoadBalancer;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceInstance;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Chooses among the instances that answer; where none does, the one that failed longest ago, since nothing is lost by asking. */
final class EjectingLoadBalancer implements LoadBalancer {
    private final Choice choice;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();

    /** By address, which outlives the ids that a discovery gives; of what the discovery finds no longer, none. */
    private final Map<String, Track> tracks = new ConcurrentHashMap<>();

    EjectingLoadBalancer(Choice choice, LongSupplier nanoTime) {
        this.choice = choice;
        this.nanoTime = nanoTime;
    }

    @Override
    public ServiceInstance selectServiceInstance(Collection<ServiceInstance> instances) {
        if (instances.isEmpty()) {
            throw new NoServiceInstanceFoundException("there is no instance");
        }
        if (tracks.size() > instances.size()) {
            forgetAllBut(instances);
        }
        List<Tracked> all = instances.stream().map(this::tracked).toList();
        List<Tracked> in =
                all.stream().filter(instance -> instance.track().isIn()).toList();
        return switch (in.size()) {
            case 0 ->
                Collections.max(all, Comparator.comparingLong(instance -> instance.track()
                                .age()))
                        .told();
            case 1 -> in.getFirst().told();
            default -> choice.among(in, turn.getAndIncrement()).told();
        };
    }

    private Tracked tracked(ServiceInstance instance) {
        return new Tracked(
                instance,
                tracks.computeIfAbsent(address(instance), address -> new Track(nanoTime, this::failuresOfTheBest)));
    }

    private int failuresOfTheBest() {
        return tracks.values().stream()
                .filter(track -> !track.isEjected())
                .mapToInt(Track::failures)
                .min()
                .orElse(0);
    }

    private void forgetAllBut(Collection<ServiceInstance> instances) {
        tracks.keySet()
                .retainAll(instances.stream().map(EjectingLoadBalancer::address).collect(Collectors.toSet()));
    }

    private static String address(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
