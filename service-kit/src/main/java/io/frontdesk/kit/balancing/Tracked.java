package io.frontdesk.kit.balancing;

import io.smallrye.stork.api.ServiceInstance;

/** An instance with what is known of it. */
record Tracked(ServiceInstance instance, Track track) {
    int busy() {
        return track.busy();
    }

    ServiceInstance told() {
        return new ToldInstance(instance, track);
    }
}
