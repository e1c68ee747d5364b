package io.frontdesk.local.suite;

import io.frontdesk.local.workspace.Ports;
import java.util.concurrent.ConcurrentHashMap;

/** Where instances listen. */
public interface Addresses {
    int port(Instance instance);

    int managementPort(Instance instance);

    default String url(Instance instance) {
        return "http://localhost:" + port(instance);
    }

    default String managementUrl(Instance instance) {
        return "http://localhost:" + managementPort(instance);
    }

    /** 8080 to 8084 and 9000 to 9004, each further replica 100 above the one before. */
    static Addresses standard() {
        return new Addresses() {
            @Override
            public int port(Instance instance) {
                return instance.service().standardPort() + 100 * (instance.number() - 1);
            }

            @Override
            public int managementPort(Instance instance) {
                return instance.service().standardManagementPort() + 100 * (instance.number() - 1);
            }
        };
    }

    /** Free ports, the same ones for as long as this object lives: for tests beside a running suite. */
    static Addresses free() {
        var ports = new ConcurrentHashMap<Instance, Integer>();
        var managementPorts = new ConcurrentHashMap<Instance, Integer>();
        return new Addresses() {
            @Override
            public int port(Instance instance) {
                return ports.computeIfAbsent(instance, any -> Ports.free());
            }

            @Override
            public int managementPort(Instance instance) {
                return managementPorts.computeIfAbsent(instance, any -> Ports.free());
            }
        };
    }
}
