package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteClassTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/answers,ANSWERS",
        "/v1/answers/17/events,ANSWERS",
        "/v1/chat/completions,ANSWERS",
        "/v1/search,SEARCH",
        "/v1/documents/17,DOCUMENTS",
        "/v1/auth/login,AUTH",
        "/v1/tenants/17/api-keys,AUTH",
        "/.well-known/jwks.json,AUTH",
        "/v1/settings/gateway,OTHER",
        "/v1/,OTHER"
    })
    void countsRoutesByTheFirstPartOfTheirPath(String path, RouteClass routes) {
        assertThat(RouteClass.of(path)).isEqualTo(routes);
        assertThat(RouteClass.limits(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/health", "/ready", "/openapi", "/docs/", "/metrics"})
    void countsNeitherHealthNorDescriptions(String path) {
        assertThat(RouteClass.limits(path)).isFalse();
    }
}
