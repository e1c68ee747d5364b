package io.frontdesk.kit.balancing;

import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.impl.ServiceInstanceWithStatGathering;

/** An instance with what is known of it. */
record Tracked(ServiceInstance instance, Track track) {
    int busy() {
        return track.busy();
    }

    /** As Stork hands it out: what happens with it is told to its track. */
    ServiceInstance told() {
        return new ServiceInstanceWithStatGathering(instance, track);
    }
}
