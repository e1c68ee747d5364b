package io.frontdesk.auth.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndowmentTest {
    private static final String SECRET = "s".repeat(43);

    @Test
    void mayBeNothing() {
        Endowment nothing = read(Map.of());

        assertThat(nothing.operatorKey()).isEmpty();
        assertThat(nothing.operatorUser()).isEmpty();
        assertThat(nothing.apiKeys()).isEmpty();
        assertThat(nothing.tenantName().value()).isEqualTo("First tenant");
    }

    @Test
    void hasKeysSeparatedByCommas() {
        Endowment endowment = read(Map.of("api-keys", "fd_web1_" + SECRET + ", fd_web2_" + SECRET));

        assertThat(endowment.apiKeys()).extracting(key -> key.prefix()).containsExactly("fd_web1", "fd_web2");
    }

    @Test
    void hasAnOperator() {
        Endowment endowment =
                read(Map.of("operator-email", "Root@Example.com", "operator-password", "correct horse battery"));

        assertThat(endowment.operatorUser().orElseThrow().email().value()).isEqualTo("root@example.com");
        assertThat(endowment.toString()).doesNotContain("correct horse");
    }

    @Test
    void isRefusedWithTheNameOfItsVariableAndWithoutItsSecret() {
        isRefused(Map.of("api-keys", "fd_web1_tooshort"), "API_KEYS");
        isRefused(Map.of("operator-key", "tooshort"), "FRONTDESK_OPERATOR_KEY");
        isRefused(Map.of("operator-email", "a@b.example"), "FRONTDESK_OPERATOR_PASSWORD");
        isRefused(
                Map.of("operator-email", "a@b.example", "operator-password", "tooshort"),
                "FRONTDESK_OPERATOR_PASSWORD is refused");
        isRefused(
                Map.of("operator-email", "nobody", "operator-password", "correct horse battery"),
                "FRONTDESK_OPERATOR_EMAIL is refused");
        isRefused(Map.of("tenant-name", "a\u0000b"), "FRONTDESK_TENANT_NAME is refused");
    }

    private static void isRefused(Map<String, String> values, String variable) {
        assertThatThrownBy(() -> read(values))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(variable)
                .hasMessageNotContainingAny("tooshort", "correct horse");
    }

    private static Endowment read(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(InstallationConfig.class);
        values.forEach((key, value) -> builder.withDefaultValue("frontdesk.installation." + key, value));
        return Endowment.read(builder.build().getConfigMapping(InstallationConfig.class));
    }
}
