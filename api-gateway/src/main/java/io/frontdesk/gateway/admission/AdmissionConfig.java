package io.frontdesk.gateway.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How many requests are let in, and how that is decided. */
@ConfigMapping(prefix = "frontdesk.admission")
public interface AdmissionConfig {
    /**
     * How long the state Redis may take to decide over a request; after that this gateway decides it by itself, and what was granted
     * goes on. An answer takes a fraction of a millisecond, and a pause of a garbage collector less than this.
     */
    @WithDefault("75ms")
    Duration stateTimeout();

    /** What tenants on a plan may ask, by the plan's name; a plan that is not named here has the defaults. */
    @WithDefaults
    Map<String, Plan> plans();

    /** Those of whom no more is known than from where they come. */
    Addresses addresses();

    /** Gateways among themselves. */
    Gateways gateways();

    /** How many windows are remembered for when Redis is gone, the last that were used. */
    @WithDefault("100000")
    int remembered();

    /** What a plan admits. Each class of routes is counted by itself. */
    interface Plan {
        /** For each caller: a key, a user, a visitor. */
        Quota caller();

        /** For all callers of a tenant together. */
        Quota tenant();

        /** Where a class of routes ({@code answers}, {@code search}, {@code documents}, {@code auth}, {@code other}) has others. */
        Map<RouteClass, OfRoutes> routes();
    }

    /** What a plan admits on a class of routes, where it is not what it admits on all. */
    interface OfRoutes {
        /** For each caller. */
        Optional<Quota> caller();

        /** For all callers of a tenant together. */
        Optional<Quota> tenant();
    }

    /** How much of one subject. */
    interface Quota {
        /** Requests in any minute. */
        @WithDefault("60")
        long perMinute();

        /** Requests in any hour. */
        @WithDefault("1000")
        long perHour();

        /** How many of a minute's may come at once, while the others come evenly; all of them where it is absent. */
        OptionalLong burst();
    }

    /**
     * Requests that no credential is needed for, that bring none or a wrong one, and the first of each credential, which the
     * auth-service has to be asked about.
     */
    interface Addresses {
        /**
         * Requests in any minute of one address; of IPv6, one network of 64 bits. Behind one address may be a whole company, and who is
         * known there counts no further.
         */
        @WithDefault("300")
        long perMinute();

        /** As much in any hour. */
        @WithDefault("10000")
        long perHour();

        /** Networks, such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} is believed. */
        Optional<List<String>> trustedProxies();

        /** Networks that may ask as often as they like. */
        Optional<List<String>> exempt();
    }

    /** Gateways among themselves. */
    interface Gateways {
        /** How many there are thought to be until Redis has said it for the first time. */
        @WithDefault("2")
        int assumed();

        /** How often each says that it is there. */
        @WithDefault("500ms")
        Duration heartbeat();

        /** After how long without a word one is taken for gone. */
        @WithDefault("3s")
        Duration absence();

        /**
         * How long all have to tell a Redis that lost its data, or that did not hear one of them, what they know; until then each enforces
         * its share. Longer than a few heartbeats.
         */
        @WithDefault("3s")
        Duration settling();
    }
}
