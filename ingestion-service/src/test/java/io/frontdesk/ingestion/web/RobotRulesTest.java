package io.frontdesk.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.kit.outbound.OutboundUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotRulesTest {
    @Test
    void goesByOurOwnGroupAndTheLongestMatch() {
        RobotRules rules = rules(200, """
                User-agent: *
                Disallow: /

                User-agent: otherbot
                User-agent: FrontDesk
                Disallow: /help
                Allow: /help/public
                Disallow: /*.pdf$
                Crawl-delay: 7
                """);

        assertThat(rules.allow(url("/"))).isTrue();
        assertThat(rules.allow(url("/help/a"))).isFalse();
        assertThat(rules.allow(url("/help/public/a"))).isTrue();
        assertThat(rules.allow(url("/manual.pdf"))).isFalse();
        assertThat(rules.allow(url("/manual.pdf?page=2"))).isTrue();
        assertThat(rules.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void goesByTheGroupOfAllWhereThereIsNoneOfOurs() {
        RobotRules rules = rules(200, "User-agent: otherbot\nAllow: /\n\nUser-agent: *\nDisallow: /private\n");

        assertThat(rules.allow(url("/private"))).isFalse();
        assertThat(rules.allow(url("/open"))).isTrue();
        assertThat(rules.pause()).isZero();
    }

    @Test
    void readsTheBeginningOfAFileWithoutEnd() {
        RobotRules rules = rules(200, "User-agent: *\nDisallow: /a\n" + "# \n".repeat(300_000) + "Disallow: /b\n");

        assertThat(rules.allow(url("/a"))).isFalse();
        assertThat(rules.allow(url("/b"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void mayAskEverythingWhereThereIsNoFile(int status) {
        assertThat(rules(status, "User-agent: *\nDisallow: /").allow(url("/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 302, 500, 503})
    void mayAskNothingWhereTheFileCannotBeRead(int status) {
        assertThatExceptionOfType(RobotsUnread.class).isThrownBy(() -> rules(status, ""));
    }

    private static RobotRules rules(int status, String text) {
        var robots = new RobotsText(status, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        return RobotRules.of("https://shop.example/robots.txt", robots, "Frontdesk/1.0");
    }

    private static OutboundUrl url(String target) {
        return OutboundUrl.parse("https://shop.example" + target);
    }
}
