package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.Ids;
import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Composes how it is decided over requests: by Redis, if it answers in time, else by this gateway's share. */
@ApplicationScoped
class AdmissionProducer {
    private final Presence presence;
    private final Admissions admissions;
    private final Rounds beats;

    AdmissionProducer(
            @RedisClientName("state") Redis redis, AdmissionConfig config, MeterRegistry metrics, Vertx vertx) {
        String name = Ids.next().toString();
        AdmissionStore store = new BatchingAdmissionStore(new ResilientAdmissionStore(
                new RedisAdmissionStore(
                        redis,
                        name,
                        config.gateways().absence(),
                        config.gateways().settling()),
                config.stateTimeout(),
                metrics));
        Memory memory = new Memory(
                config.remembered(), () -> Duration.ofNanos(System.nanoTime()).toMillis());
        this.presence = new Presence(store, memory, config.gateways().assumed());
        this.admissions = new Admissions(store, memory, presence);
        this.beats = new Rounds(vertx, "presence", config.gateways().heartbeat(), () -> presence.beat()
                .replaceWith(false));
        Gauge.builder("frontdesk_limits_shared", presence, known -> known.isComplete() ? 0 : 1)
                .description(
                        "1 while this gateway enforces its share of the limits, since the state Redis cannot decide")
                .register(metrics);
        Gauge.builder("frontdesk_gateways", presence, Presence::gateways)
                .description("Gateways that share the limits, as this one last heard")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        beats.start();
    }

    void stop(@Observes ShutdownEvent event) {
        beats.stop();
    }

    @Produces
    @Singleton
    Admissions admissions() {
        return admissions;
    }

    @Produces
    @Singleton
    Presence presence() {
        return presence;
    }
}
