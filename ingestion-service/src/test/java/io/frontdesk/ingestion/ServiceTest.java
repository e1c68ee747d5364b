package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.KafkaResource;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/** What tests over HTTP do again and again, each for a tenant of its own. */
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "service", value = "ingestion"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AuthServerResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RetrievalResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = IngestionResource.class, scope = TestResourceScope.GLOBAL)
public abstract class ServiceTest {
    protected static final String DOCUMENTS = "/internal/v1/documents";

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(AuthServerResource.SERVICE)
    protected WireMockServer auth;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(RetrievalResource.SERVICE)
    protected WireMockServer retrieval;

    protected final UUID tenant = Ids.next();

    @BeforeEach
    void letTheServiceWorkForTheTenant() {
        letTheServiceWorkFor(tenant);
    }

    protected final void letTheServiceWorkFor(UUID other) {
        auth.stubFor(post("/internal/v1/client-tokens")
                .withRequestBody(matchingJsonPath("$.tenant_id", equalTo(other.toString())))
                .willReturn(AuthServerResource.grants(
                        other, TestTokens.bearer(other, Scope.DOCUMENTS_WRITE), "documents:write")));
    }

    protected final RequestSpecification caller() {
        return as(tenant);
    }

    protected static RequestSpecification as(UUID tenant) {
        return given().header("Authorization", TestTokens.bearer(tenant, Scope.DOCUMENTS_READ, Scope.DOCUMENTS_WRITE));
    }

    protected final ValidatableResponse submit(Object document) {
        return caller().contentType(ContentType.JSON)
                .body(document)
                .post(DOCUMENTS)
                .then();
    }

    /** Submits a text that is accepted. */
    protected final String submitted(String externalId, String text) {
        return submit(Map.of("external_id", externalId, "text", text))
                .statusCode(202)
                .extract()
                .path("id");
    }

    protected final ValidatableResponse get(String id) {
        return caller().get(DOCUMENTS + "/" + id).then();
    }

    protected final ValidatableResponse awaitState(String id, String state) {
        return awaitVersion(id, 1, state);
    }

    protected final ValidatableResponse awaitVersion(String id, int version, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> get(id),
                        answer -> answer.extract().statusCode() == 200
                                && version == answer.extract().<Integer>path("version")
                                && state.equals(answer.extract().path("state")));
    }

    protected final List<String> listed() {
        return caller().get(DOCUMENTS).then().statusCode(200).extract().path("data.external_id");
    }

    protected static KafkaPeer follow(String topic) {
        return new KafkaPeer(setting("kafka.bootstrap.servers"), topic);
    }

    protected static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
