package io.frontdesk.local.suite;

import io.frontdesk.local.workspace.Workspace;
import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The instances of a workspace that run, known by their pid files. */
public final class RunningInstances {
    private static final int MOST = 30;

    private RunningInstances() {}

    public static List<Instance> of(Workspace workspace) {
        return Stream.of(Service.values())
                .flatMap(service -> IntStream.rangeClosed(1, MOST).mapToObj(number -> new Instance(service, number)))
                .filter(instance -> workspace.daemon(instance.name()).alive())
                .toList();
    }

    public static boolean isReady(Instance instance, Addresses addresses, HttpClient http) {
        return Readiness.of(addresses.managementUrl(instance), http);
    }

    static void stop(Workspace workspace, Instance instance) {
        workspace.daemon(instance.name()).stop("TERM", new Grace(workspace, instance).told());
    }
}
