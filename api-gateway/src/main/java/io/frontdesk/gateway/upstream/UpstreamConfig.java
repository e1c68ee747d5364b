package io.frontdesk.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;

/** How the services behind are called. */
@ConfigMapping(prefix = "frontdesk.upstream")
public interface UpstreamConfig {
    /** How long it may take to get a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a request may take, all attempts and the reply to its end together; of a stream its head. Less where the caller has less. */
    @WithDefault("30s")
    Duration timeout();

    /** HTTP/2 connections to each instance; each carries as many requests at once as the instance allows, 100 of Quarkus's. */
    @WithDefault("8")
    int connections();

    /** How large an ordinary reply may be. */
    @WithDefault("16777216")
    int maxReplyBytes();

    /** How many calls to each service may be under way at once, by {@code auth}, {@code ingestion}, {@code retrieval}, {@code generation}. */
    @WithDefaults
    Map<UpstreamService, Limit> limits();

    /** Which requests may be tried again. */
    Retries retries();

    /** What the limit moves within. A call counts until the head of its reply. */
    interface Limit {
        /** The limit to begin with. */
        @WithDefault("400")
        int initial();

        /**
         * However slow the service is. 200 who ask at once, after a pause, are none too many by either priority, where their
         * heads take little; where they take all of the work, the last of so many waits for that of all.
         */
        @WithDefault("256")
        int least();

        /** However fast it is: what the connections to two instances carry. */
        @WithDefault("1600")
        int most();

        /** How much of the limit may be taken for queued work to be let in; above a half, without which the limit does not move. */
        @WithDefault("0.8")
        double queuedShare();
    }

    /** The budget of each service. */
    interface Retries {
        /** How much of the requests, from 0 to 1. */
        @WithDefault("0.2")
        double share();

        /** So many a second besides, so that where there are few requests one can be tried again. */
        @WithDefault("1")
        double perSecond();

        /** So many of those that were not needed are kept, for an instance that dies with calls under way. */
        @WithDefault("100")
        int saved();
    }
}
