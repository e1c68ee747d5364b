package io.frontdesk.kit.outbound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** Decides whether a URL may be asked, and at which address. */
@ApplicationScoped
public class OutboundGuard {
    private final Resolver resolver;
    private final AllowedHosts allowed;
    private final Set<Integer> ports;

    OutboundGuard(Resolver resolver, OutboundConfig config) {
        this.resolver = resolver;
        this.allowed = AllowedHosts.parse(config.allowedHosts().orElse(List.of()));
        this.ports = Set.copyOf(config.ports());
    }

    /**
     * Reads a URL as far as it can be judged without asking what its host resolves to.
     *
     * @throws OutboundError.Refused where it may not be asked, whatever that is
     */
    public OutboundUrl read(String url) {
        return requireReadable(OutboundUrl.parse(url));
    }

    /** Fails with {@link OutboundError.Refused} where it may not be asked, with {@link OutboundError.Failed} where nobody knows the host. */
    Uni<Destination> check(OutboundUrl url) {
        requireReadable(url);
        return resolver.resolve(url.host()).map(addresses -> new Destination(url, requireReachable(url, addresses)));
    }

    private OutboundUrl requireReadable(OutboundUrl url) {
        if (!allowed.name(url)) {
            if (!url.https()) {
                throw new OutboundError.Refused("The URL must begin with https");
            }
            if (!ports.contains(url.port())) {
                throw new OutboundError.Refused("The URL's port must be among " + ports);
            }
        }
        return url;
    }

    private InetAddress requireReachable(OutboundUrl url, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new OutboundError.Failed("The URL's host is not known");
        }
        if (!allowed.name(url) && !addresses.stream().allMatch(this::isReachable)) {
            throw new OutboundError.Refused("The URL's host does not have public addresses only");
        }
        return addresses.getFirst();
    }

    private boolean isReachable(InetAddress address) {
        return PublicAddresses.contain(address) || allowed.contain(address);
    }
}
