package io.frontdesk.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.HostileUrls;
import io.frontdesk.testing.HostileUrls.HostileUrl;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** Those of numbers are judged by what the system takes them for. */
    @ParameterizedTest
    @MethodSource("io.frontdesk.testing.HostileUrls#all")
    void asksNoHostileUrl(HostileUrl hostile) {
        HostileUrls.NAMES.forEach((host, addresses) -> resolver.tell(host, addresses.toArray(String[]::new)));
        var guard = new OutboundGuard(this::resolve, TestConfig.of(List.of(), 443, 8443));

        assertThatExceptionOfType(OutboundError.class).isThrownBy(() -> check(guard, hostile.url()));
    }

    private Uni<List<InetAddress>> resolve(String host) {
        return host.matches("[0-9a-fx.]+") ? new SystemResolver(vertx).resolve(host) : resolver.resolve(host);
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
