package io.frontdesk.gateway.admission;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From where a request comes. {@code X-Forwarded-For} is read from its end, where the nearest proxy has written, and no further than
 * to the first address that is no trusted proxy's: what stands before it, anybody may have written.
 */
@ApplicationScoped
class ClientAddresses {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Bits of an IPv6 address that name a network; all others are its owner's to choose. */
    private static final int NETWORK_BYTES = 8;

    private final Networks proxies;
    private final Networks exempt;

    ClientAddresses(AdmissionConfig config) {
        this.proxies = Networks.of(config.addresses().trustedProxies().orElse(List.of()));
        this.exempt = Networks.of(config.addresses().exempt().orElse(List.of()));
    }

    /** Under which name a request is counted; none where its network is exempt. */
    Optional<String> counted(HttpServerRequest request) {
        return behind(
                        proxies,
                        request.remoteAddress().hostAddress(),
                        request.headers().getAll(FORWARDED_FOR))
                .filter(address -> !exempt.contain(address))
                .map(ClientAddresses::name);
    }

    /**
     * The client's address; none where the connection has none.
     *
     * @param forwarded the values of the header, each a list
     */
    static Optional<InetAddress> behind(Networks proxies, String peer, List<String> forwarded) {
        Optional<InetAddress> address = literal(peer);
        List<String> hops = forwarded.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .toList();
        for (int i = hops.size() - 1; i >= 0 && address.filter(proxies::contain).isPresent(); i--) {
            Optional<InetAddress> before = literal(hops.get(i).strip());
            if (before.isEmpty()) {
                return address;
            }
            address = before;
        }
        return address;
    }

    private static Optional<InetAddress> literal(String text) {
        return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(text));
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address ? network(address.getAddress()) : address.getHostAddress();
    }

    private static String network(byte[] address) {
        try {
            Arrays.fill(address, NETWORK_BYTES, address.length, (byte) 0);
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has as many bytes as it had", e);
        }
    }
}
