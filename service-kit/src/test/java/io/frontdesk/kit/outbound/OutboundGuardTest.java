package io.frontdesk.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {
    private static Vertx vertx;

    private final ScriptedResolver resolver = new ScriptedResolver();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void end() {
        await().until(vertx.close()::isComplete);
    }

    @Test
    void findsTheAddressOfAPublicHost() {
        resolver.tell("shop.example", "93.184.216.34", "2606:4700::1111");

        Destination found = check(guard(), "https://shop.example/docs");

        assertThat(found.address().getHostAddress()).isEqualTo("93.184.216.34");
        assertThat(found.server().host()).isEqualTo("93.184.216.34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00:ec2::254", "64:ff9b::a00:1"})
    void refusesAHostOneOfWhoseAddressesIsNotPublic(String address) {
        resolver.tell("shop.example", "93.184.216.34", address);

        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> check(guard(), "https://shop.example/"))
                .withMessageNotContaining(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:7f00:1]/",
                "https://2130706433/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1:8443/"
            })
    void judgesNamesAndLiteralsByWhatTheSystemTakesThemFor(String url) {
        var guard = new OutboundGuard(new SystemResolver(vertx), TestConfig.of(List.of(), 443, 8443));

        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> check(guard, url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "0x7f000001", "0x7f.0.0.1", "017700000001"})
    void judgesOctalAndHexadecimalFormsByWhatTheyResolveTo(String host) {
        resolver.tell(host, "127.0.0.1");

        assertThatExceptionOfType(OutboundError.class).isThrownBy(() -> check(guard(), "https://" + host + "/"));
    }

    @Test
    void failsWhereNobodyKnowsTheHost() {
        assertThatExceptionOfType(OutboundError.Failed.class)
                .isThrownBy(() -> check(guard(), "https://nowhere.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/", "https://shop.example:22/", "https://shop.example:6379/"})
    void refusesPlainHttpAndOtherPorts(String url) {
        resolver.tell("shop.example", "93.184.216.34");

        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> check(guard(), url));
        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> guard().read(url));
    }

    @Test
    void allowsANamedHostOnItsPortOnlyAndAlsoOverPlainHttp() {
        resolver.tell("keycloak", "10.1.2.3");
        OutboundGuard guard = guard("Keycloak:8080");

        assertThat(check(guard, "http://keycloak:8080/realms/a").address().getHostAddress())
                .isEqualTo("10.1.2.3");
        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> check(guard, "https://keycloak/"));
        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> check(guard, "http://keycloak:8081/"));
        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> check(guard, "http://10.1.2.3:8080/"));
    }

    @Test
    void allowsABlockOfAddressesAndNothingBesideIt() {
        resolver.tell("inside.example", "10.1.2.3", "fd00:1::7");
        resolver.tell("beside.example", "10.2.0.1");
        OutboundGuard guard = guard("10.1.0.0/16", "fd00:1::/33");

        assertThat(check(guard, "https://inside.example/").address().getHostAddress())
                .isEqualTo("10.1.2.3");
        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> check(guard, "https://beside.example/"));
        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> check(guard, "https://[fd00:1:8000::1]/"));
        assertThatExceptionOfType(OutboundError.Refused.class).isThrownBy(() -> check(guard, "http://inside.example/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keycloak",
                "http://keycloak:8080",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "/8",
                "a/b",
                ":80",
                "*:443"
            })
    void refusesAConfigurationThatItCannotRead(String entry) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> guard(entry))
                .withMessageContaining(entry);
    }

    private OutboundGuard guard(String... allowed) {
        return new OutboundGuard(resolver, TestConfig.of(List.of(allowed), 443, 8443));
    }

    private static Destination check(OutboundGuard guard, String url) {
        return guard.check(guard.read(url)).await().indefinitely();
    }
}
