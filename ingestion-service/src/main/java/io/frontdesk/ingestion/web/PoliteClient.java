package io.frontdesk.ingestion.web;

import io.frontdesk.kit.outbound.Limits;
import io.frontdesk.kit.outbound.OutboundClient;
import io.frontdesk.kit.outbound.OutboundResponse;
import io.frontdesk.kit.outbound.OutboundUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks a host as its robots.txt wishes, one request at a time and with a pause after each, whoever asks. Fails with
 * {@link HostBusy} where its turn does not come, with {@link RobotsRefused} and {@link RobotsUnread} where robots.txt keeps us
 * out, and else as {@link OutboundClient} does.
 */
@ApplicationScoped
class PoliteClient {
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    private final OutboundClient http;
    private final HostStore hosts;
    private final Robots robots;
    private final WebConfig config;

    PoliteClient(OutboundClient http, HostStore hosts, Robots robots, WebConfig config) {
        this.http = http;
        this.hosts = hosts;
        this.robots = robots;
        this.config = config;
    }

    Uni<OutboundResponse> get(OutboundUrl url, Map<String, String> headers, int maxBytes) {
        return turn(url.authority()).chain(turn -> robots.of(url, turn)
                .onFailure()
                .call(() -> hosts.giveBack(turn, config.pause()))
                .chain(rules -> Uni.createFrom()
                        .deferred(() -> ask(url, headers, maxBytes, rules))
                        .eventually(() -> hosts.giveBack(turn, pause(rules)))));
    }

    private Uni<OutboundResponse> ask(OutboundUrl url, Map<String, String> headers, int maxBytes, RobotRules rules) {
        if (!rules.allow(url)) {
            throw new RobotsRefused();
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put("User-Agent", config.userAgent());
        return http.getOnce(url, all, new Limits(config.timeout(), maxBytes));
    }

    private Duration pause(RobotRules rules) {
        Duration wished = rules.pause();
        Duration most = wished.compareTo(config.longestPause()) > 0 ? config.longestPause() : wished;
        return most.compareTo(config.pause()) > 0 ? most : config.pause();
    }

    private Uni<HostTurn> turn(String host) {
        return hosts.take(host)
                .map(taken -> taken.orElseThrow(() -> new HostBusy(host)))
                .onFailure(HostBusy.class)
                .retry()
                .withBackOff(FIRST_LOOK, LONGEST_LOOK)
                .expireIn(config.patience().toMillis());
    }
}
