package io.frontdesk.ingestion.web;

import io.frontdesk.kit.outbound.Limits;
import io.frontdesk.kit.outbound.OutboundClient;
import io.frontdesk.kit.outbound.OutboundError;
import io.frontdesk.kit.outbound.OutboundResponse;
import io.frontdesk.kit.outbound.OutboundUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The robots.txt of hosts, each read once for all replicas as long as it holds. */
@ApplicationScoped
class Robots {
    /** Four times of what is read of it: a file that is larger by far is none. */
    private static final int MAX_BYTES = 2_000_000;

    private final OutboundClient http;
    private final HostStore hosts;
    private final Clock clock;
    private final WebConfig config;

    Robots(OutboundClient http, HostStore hosts, Clock clock, WebConfig config) {
        this.http = http;
        this.hosts = hosts;
        this.clock = clock;
        this.config = config;
    }

    /** The rules of a URL's host; fails with {@link RobotsUnread} where nobody knows them now. */
    Uni<RobotRules> of(OutboundUrl url, HostTurn turn) {
        String address = url.origin() + "/robots.txt";
        RobotsText known = turn.robots();
        Uni<RobotsText> text = known != null && holds(known)
                ? Uni.createFrom().item(known)
                : read(address).call(read -> hosts.remember(turn, read));
        return text.map(read -> RobotRules.of(address, read, config.userAgent()));
    }

    private boolean holds(RobotsText known) {
        Duration longest = known.isRead() ? config.robotsHold() : config.robotsRetry();
        return known.readAt().plus(longest).isAfter(clock.instant());
    }

    private Uni<RobotsText> read(String address) {
        Instant now = clock.instant();
        return http.get(address, Map.of("User-Agent", config.userAgent()), new Limits(config.timeout(), MAX_BYTES))
                .map(answer -> text(answer, now))
                .onFailure(OutboundError.Failed.class)
                .recoverWithItem(new RobotsText(0, new byte[0], now));
    }

    private static RobotsText text(OutboundResponse answer, Instant now) {
        return new RobotsText(answer.status(), answer.body().getBytes(), now);
    }
}
