package io.frontdesk.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34",
                "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "168.63.129.15",
                "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255",
                "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
                "203.0.112.255", "203.0.114.0", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888",
                "2003::1", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "3ffe::1"
            })
    void containWhatEverybodyCanReach(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(parse(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // IPv4: this network, private, shared, loopback
                "0.0.0.0",
                "0.0.0.1",
                "0.255.255.255",
                "10.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.0.0.53",
                "127.255.255.255",
                "172.16.0.0",
                "172.17.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                // metadata of clouds, link-local
                "100.100.100.200",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "192.0.0.192",
                // protocols, documentation, benchmarks, relays
                "192.0.0.0",
                "192.0.0.171",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.255",
                // multicast, reserved, broadcast
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "254.1.2.3",
                "255.255.255.255",
                // IPv6: unspecified, loopback, unique local, link-local, site-local, multicast
                "::",
                "::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                // IPv4 in IPv6: compatible, mapped, translated, NAT64, 6to4, Teredo
                "::10.0.0.1",
                "::8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:8.8.8.8",
                "64:ff9b::a00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                // documentation, discard, benchmarks, ORCHID, segment routing, not assigned
                "2001:db8::1",
                "3fff::1",
                "100::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "5f00::1",
                "4000::1",
                "e000::1"
            })
    void containNothingElse(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(parse(address))).isFalse();
    }

    @Test
    void judgeAMappedAddressAsTheOneThatItIs() throws UnknownHostException {
        InetAddress mapped = parse("::ffff:8.8.8.8");

        assertThat(PublicAddresses.contain(mapped)).isTrue();
        assertThat(mapped).isEqualTo(parse("8.8.8.8"));
    }

    /** Of a literal, so that no name is looked up. */
    private static InetAddress parse(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }
}
