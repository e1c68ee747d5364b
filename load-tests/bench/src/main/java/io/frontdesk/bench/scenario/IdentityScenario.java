package io.frontdesk.bench.scenario;

import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import io.frontdesk.local.infra.KeycloakRealm;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How fast tokens are given, beside a Keycloak on the same machine: its distribution with its own defaults, but for the database,
 * which is in memory. Ours go through the gateway, and stand in PostgreSQL and Redis.
 *
 * @param name such as {@code identity-login}
 * @param what is given
 * @param pair of targets, Keycloak's first
 */
public record IdentityScenario(String name, String what, BiFunction<KeycloakRealm, IdentityAccount, List<Target>> pair)
        implements Scenario {
    /** Passwords: bcrypt of cost 10 here, Argon2id there. */
    public static final Scenario LOGIN =
            new IdentityScenario("identity-login", "password logins", IdentityScenario::logins);

    /** Refresh tokens: used once here, and as often as they come there. */
    public static final Scenario REFRESH =
            new IdentityScenario("identity-refresh", "refreshes", IdentityScenario::refreshes);

    public static final Scenario GRANT =
            new IdentityScenario("identity-grant", "client credentials grants", IdentityScenario::grants);

    private static final int CONNECTIONS = 8;
    private static final String CLIENT = "bench";

    @Override
    public String shows() {
        return what + " a second through the gateway, beside Keycloak's";
    }

    @Override
    public Load load() {
        return new Load.ClosedLoop(CONNECTIONS);
    }

    @Override
    public List<Target> targets(Stage stage) {
        return pair.apply(stage.keycloak(), stage.account());
    }

    private static List<Target> logins(KeycloakRealm realm, IdentityAccount account) {
        return List.of(
                new Target("keycloak, argon2id", realm.url(), () -> login(realm), IdentityScenario::isToken),
                new Target("ours, bcrypt 10", account.url(), account::login, IdentityScenario::isToken));
    }

    private static List<Target> refreshes(KeycloakRealm realm, IdentityAccount account) {
        var theirs = RefreshTokens.of(realm.url(), login(realm), 2 * CONNECTIONS);
        var ours = RefreshTokens.of(account.url(), account.login(), 2 * CONNECTIONS);
        return List.of(
                new Target("keycloak", realm.url(), () -> refresh(realm, theirs.next()), theirs::keep),
                new Target("ours", account.url(), () -> account.refresh(ours.next()), ours::keep));
    }

    private static List<Target> grants(KeycloakRealm realm, IdentityAccount account) {
        return List.of(
                new Target("keycloak", realm.url(), () -> grant(realm), IdentityScenario::isToken),
                new Target("ours", account.url(), account::grant, IdentityScenario::isToken));
    }

    private static Request login(KeycloakRealm realm) {
        return Request.postForm(realm.tokenPath(), realm.passwordGrant(CLIENT));
    }

    private static Request refresh(KeycloakRealm realm, String token) {
        return Request.postForm(
                realm.tokenPath(),
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        CLIENT,
                        "client_secret",
                        CLIENT,
                        "refresh_token",
                        token));
    }

    private static Request grant(KeycloakRealm realm) {
        return Request.postForm(
                realm.tokenPath(),
                Map.of("grant_type", "client_credentials", "client_id", CLIENT, "client_secret", CLIENT));
    }

    private static boolean isToken(String reply) {
        return reply.contains("\"access_token\"");
    }
}
