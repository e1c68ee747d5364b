package io.frontdesk.ingestion.web;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.frontdesk.kit.outbound.OutboundUrl;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a robots.txt lets us ask (RFC 9309). */
final class RobotRules {
    /** What more there is in a file is not read (RFC 9309, section 2.5). */
    private static final int MAX_BYTES = 500 * 1024;

    private final SimpleRobotRules rules;

    private RobotRules(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /**
     * The rules for us.
     *
     * @param url of the file
     * @param userAgent ours, of which the name before a slash or blank counts
     * @throws RobotsUnread where the host gave no answer by which one may go
     */
    static RobotRules of(String url, RobotsText robots, String userAgent) {
        if (!robots.isRead()) {
            throw new RobotsUnread(robots.isAnswered());
        }
        if (robots.status() >= 400) {
            return new RobotRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
        }
        byte[] content = Arrays.copyOf(robots.content(), Math.min(robots.content().length, MAX_BYTES));
        String name = userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
        // No delay is so long that it forbids everything: how long we heed one is ours to say.
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return new RobotRules(parser.parseContent(url, content, "text/plain", List.of(name)));
    }

    boolean allow(OutboundUrl url) {
        return rules.isAllowed(url.toString());
    }

    /** The pause that the host wishes, if any. */
    Duration pause() {
        return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }
}
