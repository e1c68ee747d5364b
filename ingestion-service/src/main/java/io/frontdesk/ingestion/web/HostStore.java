package io.frontdesk.ingestion.web;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** The hosts, over all tenants and replicas: who may ask one now, and what their robots.txt said. */
public interface HostStore {
    /** Takes a host, that nobody else asks it; empty where somebody does, or its pause is not over. */
    Uni<Optional<HostTurn>> take(String host);

    /** Lets others ask after a pause. Never fails: a host that is not given back is free when the lease runs out. */
    Uni<Void> giveBack(HostTurn turn, Duration pause);

    /** Keeps a robots.txt for all. */
    Uni<Void> remember(HostTurn turn, RobotsText robots);
}
