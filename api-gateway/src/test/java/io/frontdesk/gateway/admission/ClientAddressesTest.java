package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a request is taken to come from, behind the proxies 10.0.0.0/8 and fd00::/8. */
class ClientAddressesTest {
    private static final Networks PROXIES = Networks.of(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "203.0.113.9, -, 203.0.113.9",
                // Nobody who is no proxy is believed.
                "203.0.113.9, 198.51.100.1, 203.0.113.9",
                "10.0.0.1, -, 10.0.0.1",
                "10.0.0.1, 203.0.113.9, 203.0.113.9",
                // What a client writes itself stands before what the proxies add.
                "10.0.0.1, '198.51.100.1, 203.0.113.9', 203.0.113.9",
                "10.0.0.1, '198.51.100.1, 203.0.113.9, 10.2.3.4', 203.0.113.9",
                "10.0.0.1, '198.51.100.1|203.0.113.9 | 10.2.3.4', 203.0.113.9",
                "10.0.0.1, '10.7.7.7, 10.2.3.4', 10.7.7.7",
                "10.0.0.1, '203.0.113.9, nonsense', 10.0.0.1",
                "10.0.0.1, '', 10.0.0.1",
                "fd00::1, 2001:db8::7, 2001:db8::7"
            })
    void believesProxiesAlone(String peer, String forwarded, String client) {
        List<String> lines = forwarded == null ? List.of() : Arrays.asList(forwarded.split("\\|", -1));

        assertThat(ClientAddresses.behind(PROXIES, peer, lines))
                .hasValue(NetUtil.createInetAddressFromIpAddressString(client));
    }
}
