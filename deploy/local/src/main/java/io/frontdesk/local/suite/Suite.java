package io.frontdesk.local.suite;

import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The running suite: servers and some replicas of every service. All methods may be called again: what runs is left alone,
 * what does not run is not stopped twice.
 */
public final class Suite implements AutoCloseable {
    private final Workspace workspace;
    private final Infrastructure servers;
    private final Addresses addresses;
    private final int replicas;
    private final ServiceEnvironment environment;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    public Suite(
            Workspace workspace,
            Infrastructure servers,
            Addresses addresses,
            int replicas,
            Map<String, String> settings,
            Progress progress) {
        this.workspace = workspace;
        this.servers = servers;
        this.addresses = addresses;
        this.replicas = replicas;
        this.environment = new ServiceEnvironment(
                workspace.root(), servers, addresses, replicas, workspace.secrets()::get, settings);
        this.progress = progress;
    }

    /**
     * Starts everything in a data folder of its own and waits until it is ready: for tests of the whole suite. The services
     * must have been built.
     *
     * @param settings environment variables for every service, such as {@code OPENAI_BASE_URL}
     */
    public static Suite boot(
            Workspace workspace, Addresses addresses, int replicas, Map<String, String> settings, Progress progress) {
        var servers = Infrastructure.start(workspace, Map.of(), Durability.NONE, progress);
        var suite = new Suite(workspace, servers, addresses, replicas, settings, progress);
        suite.start();
        return suite;
    }

    public Infrastructure servers() {
        return servers;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The public address of a replica of the gateway, counted from 1. */
    public String gatewayUrl(int number) {
        return addresses.url(new Instance(Service.GATEWAY, number));
    }

    public String operatorKey() {
        return environment.operatorKey();
    }

    /** By which a service shows the auth-service who it is; its id is its folder's name. */
    public String clientSecret(Service service) {
        return environment.clientSecret(service);
    }

    /** The file that an instance writes its log to. */
    public Path log(Instance instance) {
        return workspace.daemon(instance.name()).log();
    }

    public List<Instance> instances() {
        return instances(replicas);
    }

    /** Fails where somebody else listens on a port that one of the instances needs: better before a build than after. */
    public static void checkPorts(Workspace workspace, Addresses addresses, int replicas) {
        instances(replicas).stream()
                .filter(instance -> !workspace.daemon(instance.name()).alive())
                .forEach(instance -> ServiceProcess.checkPorts(instance, addresses));
    }

    private static List<Instance> instances(int replicas) {
        return Stream.of(Service.values())
                .flatMap(
                        service -> IntStream.rangeClosed(1, replicas).mapToObj(number -> new Instance(service, number)))
                .toList();
    }

    /** Starts what does not run, replaces what runs with another build or other settings, and waits for all. */
    public void start() {
        stopSurplus();
        start(instances());
    }

    public void start(Instance instance) {
        start(List.of(instance));
    }

    /** Lets it finish what it does: readiness goes down first. */
    public void stop(Instance instance) {
        process(instance).stop();
    }

    /** The end without warning. */
    public void kill(Instance instance) {
        process(instance).kill();
    }

    public void restart(Instance instance) {
        stop(instance);
        start(instance);
    }

    public boolean isReady(Instance instance) {
        return process(instance).isReady(http);
    }

    /** Stops the services, the gateways first, and then the servers. */
    @Override
    public void close() {
        stopServices(workspace, progress);
        Infrastructure.stop(workspace, progress);
        http.close();
    }

    /** Stops every instance that the workspace knows of, however it was started. */
    public static void stopServices(Workspace workspace, Progress progress) {
        var running = RunningInstances.of(workspace);
        var gateways = running.stream()
                .filter(instance -> instance.service() == Service.GATEWAY)
                .toList();
        var others = running.stream()
                .filter(instance -> instance.service() != Service.GATEWAY)
                .toList();
        for (var group : List.of(gateways, others)) {
            group.parallelStream().forEach(instance -> RunningInstances.stop(workspace, instance));
            group.forEach(instance -> progress.step(instance.name(), "stopped"));
        }
    }

    private void stopSurplus() {
        RunningInstances.of(workspace).stream()
                .filter(instance -> instance.number() > replicas)
                .forEach(instance -> {
                    RunningInstances.stop(workspace, instance);
                    progress.step(instance.name(), "stopped, one too many");
                });
    }

    /** Starts them side by side, and waits for all. */
    public void start(List<Instance> chosen) {
        var began = System.nanoTime();
        chosen.forEach(instance -> process(instance).start());
        for (var instance : chosen) {
            process(instance).awaitReady(http);
            var seconds = (System.nanoTime() - began) / 1e9;
            progress.step(instance.name(), "ready on %s after %.1f s".formatted(addresses.url(instance), seconds));
        }
    }

    private ServiceProcess process(Instance instance) {
        return new ServiceProcess(workspace, instance, addresses, environment.of(instance));
    }
}
