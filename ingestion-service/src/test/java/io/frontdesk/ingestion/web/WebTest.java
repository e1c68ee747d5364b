package io.frontdesk.ingestion.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.agroal.api.AgroalDataSource;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.testing.Peer;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tests of the web do again and again, each with a site of its own. */
@WithTestResource(value = SiteResource.class, scope = TestResourceScope.GLOBAL)
abstract class WebTest extends ServiceTest {
    static final String SOURCES = "/internal/v1/sources";

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(SiteResource.SITE)
    WireMockServer web;

    /** Of the tables' owner, whom row-level security does not bind. */
    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    final String host = UUID.randomUUID() + ".site.test";

    String url(String path) {
        return "https://" + host + ":" + setting(SiteResource.PORT) + path;
    }

    StubMapping serve(String path, ResponseDefinitionBuilder answer) {
        return web.stubFor(at(path).willReturn(answer));
    }

    MappingBuilder at(String path) {
        return WireMock.get(urlEqualTo(path)).withHost(equalTo(host));
    }

    static ResponseDefinitionBuilder html(String text) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html><head><title>A page</title></head><body><p>" + text + "</p></body></html>");
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    List<LoggedRequest> asked(String path) {
        return web.findAll(getRequestedFor(urlEqualTo(path)).withHost(equalTo(host)));
    }

    /** Submits a page by its URL. */
    String submitted(Map<String, ?> page) {
        return submit(page).statusCode(202).extract().path("id");
    }

    ValidatableResponse awaitReason(String id, String code) {
        ValidatableResponse failed = awaitState(id, "failed");
        assertThat(failed.extract().<String>path("reason")).startsWith(code + ": ");
        return failed;
    }

    /** Lets the time pass until a page, or all that is due of the tenant, is looked at again. */
    void makeDue(String table) {
        update(
                "update ingestion.%s set due_at = now() where tenant_id = '%s' and due_at is not null and lease_token is null"
                        .formatted(table, tenant));
    }

    /** Whether nobody fetches anything for the tenant. */
    boolean isAtRest(String table) {
        return "0"
                .equals(text(
                        "select count(*) from ingestion.%s where tenant_id = '%s' and (lease_token is not null or due_at <= now())"
                                .formatted(table, tenant)));
    }

    private void update(String sql) {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable
    String text(String sql) {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
