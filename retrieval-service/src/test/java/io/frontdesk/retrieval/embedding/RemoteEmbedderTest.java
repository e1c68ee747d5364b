package io.frontdesk.retrieval.embedding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Remote;
import io.frontdesk.retrieval.problem.RetrievalError.ModelUnavailable;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "retrieval"))
@WithTestResource(RedisResource.class)
@WithTestResource(AuthServerResource.class)
class RemoteEmbedderTest {
    private static final UUID TENANT = new UUID(0, 1);
    private static final String PATH = "/v1/embeddings";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final WireMockServer provider =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void start() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void asksForAQuestionAsOpenAiDoes() {
        provider.stubFor(asked().withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(equalToJson("""
                        {"model": "large", "input": ["query: where"], "encoding_format": "float"}"""))
                .willReturn(vectors("""
                        {"object": "embedding", "index": 0, "embedding": [0, 3, 4]}""")));

        Embedding embedding = now(embedder().query(TENANT, "where"));

        assertThat(embedding.vector()).containsExactly(new float[] {0, 0.6f, 0.8f}, within(1e-6f));
        assertThat(metrics.get("embedding.duration")
                        .tag("kind", "query")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void putsTheVectorsOfAllBatchesIntoTheOrderOfTheTexts() {
        provider.stubFor(asked().withRequestBody(equalToJson("""
                        {"model": "large", "input": ["passage: a", "passage: b"], "encoding_format": "float"}""")).willReturn(vectors("""
                        {"index": 1, "embedding": [0, 1, 0]}, {"index": 0, "embedding": [1, 0, 0]}""")));
        provider.stubFor(asked().withRequestBody(equalToJson("""
                        {"model": "large", "input": ["passage: c"], "encoding_format": "float"}""")).willReturn(vectors("""
                        {"index": 0, "embedding": [0, 0, 1]}""")));

        List<Embedding> embeddings = now(embedder().passages(List.of("a", "b", "c")));

        assertThat(embeddings)
                .extracting(Embedding::vector)
                .containsExactly(new float[] {1, 0, 0}, new float[] {0, 1, 0}, new float[] {0, 0, 1});
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void asksAgainWhatMaySucceedLater(int status) {
        succeedsAfter(aResponse().withStatus(status).withHeader("Retry-After", "0"));

        assertThat(now(embedder().query(TENANT, "where")).vector()).containsExactly(1, 0, 0);
    }

    @Test
    void asksAgainWhereTheConnectionBreaks() {
        succeedsAfter(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(now(embedder().query(TENANT, "where")).vector()).containsExactly(1, 0, 0);
    }

    @Test
    void waitsForAsLongAsItIsAskedTo() {
        succeedsAfter(aResponse().withStatus(429).withHeader("Retry-After", "2"));
        long before = System.nanoTime();

        now(embedder().query(TENANT, "where"));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void givesUpAtOnceWhereItIsAskedToWaitForTooLong() {
        provider.stubFor(asked().willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        fails("it answers 429");

        provider.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void givesUpAfterItsLastRepetition() {
        provider.stubFor(asked().willReturn(aResponse().withStatus(503)));

        fails("it answers 503");

        provider.verify(3, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void doesNotRepeatWhatIsRefused() {
        provider.stubFor(asked().willReturn(aResponse().withStatus(401)));

        fails("it answers 401");

        provider.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void refusesVectorsOfAnotherModel() {
        provider.stubFor(asked().willReturn(vectors("""
                {"index": 0, "embedding": [1, 0, 0, 0]}""")));

        fails("large gave a vector of 4 numbers instead of 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"index\": 1, \"embedding\": [1, 0, 0]}",
                "{\"index\": 0, \"embedding\": [1, 0, 0]}, {\"index\": 0, \"embedding\": [1, 0, 0]}"
            })
    void refusesAnythingButOneVectorForEachText(String data) {
        provider.stubFor(asked().willReturn(vectors(data)));

        fails("for 1 texts, or not one for each");
    }

    @Test
    void refusesAVectorWithoutADirection() {
        provider.stubFor(asked().willReturn(vectors("""
                {"index": 0, "embedding": [0, 0, 0]}""")));

        fails("without a direction");
    }

    private void succeedsAfter(ResponseDefinitionBuilder failure) {
        provider.stubFor(asked().inScenario("later")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(failure)
                .willSetStateTo("well"));
        provider.stubFor(asked().inScenario("later").whenScenarioStateIs("well").willReturn(vectors("""
                        {"index": 0, "embedding": [1, 0, 0]}""")));
    }

    private void fails(String why) {
        assertThatThrownBy(() -> now(embedder().query(TENANT, "where")))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining(why);
    }

    private static MappingBuilder asked() {
        return post(urlEqualTo(PATH));
    }

    private static ResponseDefinitionBuilder vectors(String data) {
        return okJson("{\"object\": \"list\", \"data\": [%s], \"usage\": {\"total_tokens\": 1}}".formatted(data));
    }

    private RemoteEmbedder embedder() {
        var model = new Remote(
                "large",
                3,
                "query: ",
                "passage: ",
                URI.create(provider.baseUrl() + "/v1"),
                Optional.of("secret"),
                2,
                Duration.ofSeconds(20),
                2,
                Duration.ofSeconds(10));
        return new RemoteEmbedder(model, EmbeddingMetrics.in(metrics));
    }

    private static <T> T now(Uni<T> vectors) {
        return vectors.await().atMost(Duration.ofSeconds(60));
    }
}
