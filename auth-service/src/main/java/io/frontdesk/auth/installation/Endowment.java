package io.frontdesk.auth.installation;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.users.Email;
import io.frontdesk.auth.users.Password;
import io.frontdesk.contracts.InvalidField;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands in the environment for the first start, read and checked. */
record Endowment(
        Optional<ApiKeyText> operatorKey,
        Optional<OperatorUser> operatorUser,
        DisplayName tenantName,
        String tenantPlan,
        List<ApiKeyText> apiKeys) {
    /**
     * Reads it.
     *
     * @throws ConfigurationException that names the variable which holds no possible value, never the value
     */
    static Endowment read(InstallationConfig config) {
        return new Endowment(
                config.operatorKey().map(key -> key("FRONTDESK_OPERATOR_KEY", key)),
                operator(config.operatorEmail(), config.operatorPassword()),
                checked("FRONTDESK_TENANT_NAME", () -> DisplayName.parse(config.tenantName())),
                config.tenantPlan(),
                config.apiKeys().orElse(List.of()).stream()
                        .map(key -> key("API_KEYS", key.strip()))
                        .distinct()
                        .toList());
    }

    Uni<Void> installIn(Installation installation) {
        return nothing()
                .chain(() -> operatorKey.map(installation::install).orElseGet(Endowment::nothing))
                .chain(() -> operatorUser
                        .map(user -> installation.install(user.email(), user.password()))
                        .orElseGet(Endowment::nothing))
                .chain(() -> apiKeys.isEmpty() ? nothing() : installation.install(tenantName, tenantPlan, apiKeys));
    }

    private static Optional<OperatorUser> operator(Optional<String> email, Optional<String> password) {
        if (email.isPresent() != password.isPresent()) {
            throw new ConfigurationException(
                    "FRONTDESK_OPERATOR_EMAIL and FRONTDESK_OPERATOR_PASSWORD must be set together");
        }
        return email.map(address -> new OperatorUser(
                checked("FRONTDESK_OPERATOR_EMAIL", () -> Email.parse(address)),
                checked("FRONTDESK_OPERATOR_PASSWORD", () -> Password.chosen(password.orElse(null)))));
    }

    private static ApiKeyText key(String variable, String text) {
        return ApiKeyText.parse(text)
                .orElseThrow(() -> new ConfigurationException(
                        variable + " must be fd_<id>_<secret>, the secret of at least 43 characters"));
    }

    private static <T> T checked(String variable, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidField e) {
            throw new ConfigurationException(variable + " is refused: " + e.getMessage(), e);
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** A user who is the operator. */
    record OperatorUser(Email email, Password password) {}
}
