package io.frontdesk.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.IngestionResource;
import io.frontdesk.ingestion.KafkaPeer;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PolitenessTest extends WebTest {
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(200);

    @Inject
    HostStore hosts;

    @Test
    void asksAHostOneThingAtATime() {
        List<String> ids = new ArrayList<>();
        for (String path : List.of("/1", "/2", "/3", "/4")) {
            serve(path, html("Page " + path).withFixedDelay((int) ANSWERED_AFTER.toMillis()));
            ids.add(submitted(Map.of("url", url(path))));
        }

        ids.forEach(id -> awaitState(id, "indexed"));

        List<Long> times = Stream.of("/1", "/2", "/3", "/4")
                .flatMap(path -> asked(path).stream())
                .map(LoggedRequest::getLoggedDate)
                .map(date -> date.toInstant().toEpochMilli())
                .sorted()
                .toList();
        for (int n = 1; n < times.size(); n++) {
            // The peer's clock counts whole milliseconds.
            assertThat(times.get(n) - times.get(n - 1)).isGreaterThanOrEqualTo(ANSWERED_AFTER.toMillis() - 2);
        }
    }

    /** Whatever replica asks: the hosts are rows. */
    @Test
    void givesAHostToOneAskerAtATimeAndThenAPause() {
        HostTurn turn = result(hosts.take(host)).orElseThrow();
        assertThat(result(hosts.take(host))).isEmpty();

        result(hosts.giveBack(turn, Duration.ofHours(1)).replaceWith(Optional.of(turn)));
        assertThat(result(hosts.take(host))).isEmpty();

        String other = "other." + host;
        HostTurn free = result(hosts.take(other)).orElseThrow();
        result(hosts.giveBack(free, Duration.ZERO).replaceWith(Optional.of(free)));
        assertThat(result(hosts.take(other))).isPresent();
    }

    @Test
    void fetchesWhatComesOverKafka() {
        serve("/published", html("Published."));
        String key = "fd_web_" + tenant;
        auth.stubFor(WireMock.post("/internal/v1/token-exchange")
                .withRequestBody(WireMock.matchingJsonPath("$.credential", WireMock.equalTo(key)))
                .willReturn(AuthServerResource.grants(
                        tenant, TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE), "documents:write")));

        try (KafkaPeer kafka = follow(Topics.DOCUMENTS_EVENTS)) {
            kafka.publish(
                    setting(IngestionResource.TOPIC_PREFIX) + "normal",
                    tenant + "/published",
                    KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, key),
                    "{\"external_id\": \"published\", \"url\": \"" + url("/published") + "\"}");

            kafka.await(event -> event.path("external_id").asText().equals("published")
                    && event.path("state").asText().equals("indexed")
                    && asked("/published").size() == 1);
        }
    }

    private static <T> Optional<T> result(Uni<Optional<T>> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
