package io.frontdesk.auth.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.Owner;
import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.users.Email;
import io.frontdesk.auth.users.Password;
import io.frontdesk.auth.users.Passwords;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstallationTest {
    private static final ApiKeyText NEXT = new ApiKeyText("fd_nextkey_" + "b".repeat(43));

    @Inject
    Installation installation;

    @Inject
    CredentialStore credentials;

    @Inject
    Passwords passwords;

    @Inject
    Owner owner;

    @Inject
    @ConfigProperty(name = "frontdesk.installation.operator-key")
    String configured;

    @AfterEach
    void restoreTheKeyOfTheOtherTests() {
        installation.install(new ApiKeyText(configured)).await().indefinitely();
    }

    @Test
    void replacesTheOperatorsKeyByAnother() {
        installation.install(NEXT).await().indefinitely();

        assertThat(holds(new ApiKeyText(configured))).isFalse();
        assertThat(holds(NEXT)).isTrue();
    }

    @Test
    void canBeGivenTheSameKeyAtEveryStart() {
        installation.install(NEXT).await().indefinitely();
        installation.install(NEXT).await().indefinitely();

        assertThat(holds(NEXT)).isTrue();
    }

    @Test
    void accountsForAnotherKeyOnce() throws SQLException {
        ApiKeyText key = newKey();

        installation.install(key).await().indefinitely();
        installation.install(key).await().indefinitely();

        assertThat(owner.query("select id from audit_events where actor = 'installation' and action = 'api_key_rotated'"
                        + " and details ->> 'prefix' = '" + key.prefix() + "'"))
                .hasSize(1);
    }

    @Test
    void needsASecretToEncryptKeysWith() {
        assertThatThrownBy(() -> Start.requireSecret(Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FRONTDESK_KEY_ENCRYPTION_SECRET must be set, to at least 32 characters");
        assertThatThrownBy(() -> Start.requireSecret(Optional.of("short"))).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void makesAnOperatorWhoKeepsALaterPassword() {
        Email email = new Email(Ids.next() + "@example.com");

        installation.install(email, new Password("the first password")).await().indefinitely();
        installation.install(email, new Password("the second password")).await().indefinitely();

        CredentialStore.Account account =
                credentials.account(email.value()).await().indefinitely().orElseThrow();
        assertThat(account.principal().tenantId()).isEqualTo(Tenant.INSTALLATION);
        assertThat(account.principal().scopes().granted()).contains(Scope.OPERATOR);
        assertThat(isPasswordOf("the first password", account)).isTrue();
        assertThat(isPasswordOf("the second password", account)).isFalse();
    }

    @Test
    void foundsATenantWithKeysThatMayDoAllInIt() {
        ApiKeyText one = newKey();
        ApiKeyText other = newKey();

        found(one, other);
        found(one, other);

        Principal holder = holder(one).orElseThrow();
        assertThat(holder.tenantId()).isEqualTo(Installation.FIRST_TENANT);
        assertThat(holder.scopes().granted()).contains(Scope.ADMIN, Scope.CHAT).doesNotContain(Scope.OPERATOR);
        assertThat(holder.labels()).containsExactly("*");
        assertThat(holder(other)).isPresent();
    }

    @Test
    void doesNotBringBackAKeyThatWasRevoked() throws SQLException {
        ApiKeyText key = newKey();
        found(key);
        end("revoked_at", key);

        found(key);

        assertThat(holder(key)).isEmpty();
    }

    @Test
    void refusesAnotherSecretUnderTheIdOfAKeyThatWorks() throws SQLException {
        ApiKeyText key = newKey();
        ApiKeyText changed = new ApiKeyText(key.prefix() + "_" + "c".repeat(43));
        found(key);

        assertThatThrownBy(() -> found(changed))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("API_KEYS holds " + key.prefix() + " with another secret")
                .hasMessageNotContainingAny("ccc");
        assertThat(holder(key)).isPresent();

        end("expires_at", key);
        found(changed);

        assertThat(holder(changed)).isPresent();
    }

    @Test
    void bringsTheSameKeysWithManyReplicasAtOnce() throws SQLException {
        ApiKeyText key = newKey();

        var replicas = IntStream.range(0, 8)
                .mapToObj(i -> foundLater(key).subscribeAsCompletionStage())
                .toList();
        replicas.forEach(replica -> replica.join());

        assertThat(owner.query("select id from api_keys where prefix = '" + key.prefix() + "'"))
                .hasSize(1);
    }

    private void found(ApiKeyText... keys) {
        foundLater(keys).await().indefinitely();
    }

    private Uni<Void> foundLater(ApiKeyText... keys) {
        return installation.install(new DisplayName("First tenant"), "standard", List.of(keys));
    }

    private void end(String column, ApiKeyText key) throws SQLException {
        assertThat(owner.update("update api_keys set " + column + " = now() where prefix = ?", key.prefix()))
                .isOne();
    }

    private static ApiKeyText newKey() {
        return new ApiKeyText("fd_" + Ids.next().toString().replace("-", "") + "_" + "a".repeat(43));
    }

    private Optional<Principal> holder(ApiKeyText key) {
        return credentials.keyHolder(key.hash(), Instant.now()).await().indefinitely();
    }

    private boolean isPasswordOf(String password, CredentialStore.Account account) {
        return passwords
                .matches(new Password(password), Optional.of(account.passwordHash()))
                .await()
                .indefinitely();
    }

    private boolean holds(ApiKeyText key) {
        return credentials
                .keyHolder(key.hash(), Instant.now())
                .await()
                .indefinitely()
                .filter(operator -> operator.tenantId().equals(Tenant.INSTALLATION))
                .filter(operator -> operator.scopes().granted().contains(Scope.OPERATOR))
                .isPresent();
    }
}
