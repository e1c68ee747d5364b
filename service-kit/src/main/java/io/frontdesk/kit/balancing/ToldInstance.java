package io.frontdesk.kit.balancing;

import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.impl.ServiceInstanceWithStatGathering;

/** An instance as Stork hands it out: what happens with it is told to its track. */
final class ToldInstance extends ServiceInstanceWithStatGathering {
    private final Track track;

    ToldInstance(ServiceInstance instance, Track track) {
        super(instance, track);
        this.track = track;
    }

    void leave() {
        track.leave();
    }
}
