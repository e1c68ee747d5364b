package io.frontdesk.kit.discovery;

import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.utils.HostAndPort;
import io.smallrye.stork.utils.StorkAddressUtils;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Instances by DNS: {@code name:port} by the addresses of the name, as a headless Service of Kubernetes has them, {@code name} alone by
 * its SRV records (RFC 2782, of which priority and weight are not looked at). Answers longer than a datagram come whole, by EDNS (RFC 6891)
 * or over TCP; nothing is remembered from one lookup to the next.
 */
final class DnsLookup implements Lookup {
    private static final int DNS_PORT = 53;
    /** Before an SRV record's port stand its priority and its weight. */
    private static final int BEFORE_PORT = 4;

    private final DnsNameResolver resolver;
    private final Supplier<Uni<List<Address>>> find;

    DnsLookup(String address, DiscoveryConfig config, Vertx vertx) {
        this.resolver = resolver(config, (VertxInternal) vertx);
        int colon = address.indexOf(':');
        if (colon < 0) {
            this.find = () -> bySrv(address);
        } else {
            String name = address.substring(0, colon);
            int port = Integer.parseInt(address.substring(colon + 1));
            this.find = () -> byName(name, port);
        }
    }

    private static DnsNameResolver resolver(DiscoveryConfig config, VertxInternal vertx) {
        var transport = vertx.transport();
        var builder = new DnsNameResolverBuilder(vertx.nettyEventLoopGroup().next())
                .datagramChannelFactory(transport::datagramChannel)
                .socketChannelFactory(
                        () -> (SocketChannel) transport.channelFactory(false).newChannel())
                .queryTimeoutMillis(config.timeout().toMillis())
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE);
        config.dnsServers()
                .ifPresent(servers -> builder.nameServerProvider(new SequentialDnsServerAddressStreamProvider(
                        servers.stream().map(DnsLookup::server).toList())));
        return builder.build();
    }

    private static InetSocketAddress server(String address) {
        HostAndPort server = StorkAddressUtils.parseToHostAndPort(address, DNS_PORT, "DNS server");
        return new InetSocketAddress(server.host, server.port);
    }

    @Override
    public Uni<List<Address>> find() {
        return find.get();
    }

    private Uni<List<Address>> byName(String name, int port) {
        return uni(() -> resolver.resolveAll(name)).map(found -> addresses(found, port));
    }

    /** Of a pod with an address of either family, one. */
    private static List<Address> addresses(List<InetAddress> found, int port) {
        return found.stream()
                .filter(address -> address.getClass() == found.getFirst().getClass())
                .map(address -> new Address(address.getHostAddress(), port))
                .toList();
    }

    private Uni<List<Address>> bySrv(String name) {
        return uni(() -> resolver.resolveAll(new DefaultDnsQuestion(name, DnsRecordType.SRV)))
                .map(DnsLookup::targets)
                .chain(targets -> Uni.join()
                        .all(targets.stream().map(this::instances).toList())
                        .andFailFast())
                .map(instances -> instances.stream().flatMap(List::stream).toList());
    }

    /** A target that has just gone takes the others with it as little as it stays itself. */
    private Uni<List<Address>> instances(Address target) {
        return byName(target.host(), target.port()).onFailure().recoverWithItem(List.of());
    }

    private static List<Address> targets(List<DnsRecord> records) {
        return records.stream().flatMap(DnsLookup::target).toList();
    }

    private static Stream<Address> target(DnsRecord record) {
        if (!(record instanceof DnsRawRecord srv)) {
            return Stream.empty();
        }
        try {
            int port = srv.content().skipBytes(BEFORE_PORT).readUnsignedShort();
            return Stream.of(new Address(DefaultDnsRecordDecoder.decodeName(srv.content()), port));
        } finally {
            srv.release();
        }
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> asking) {
        return Uni.createFrom().emitter(emitter -> asking.get().addListener((Future<T> asked) -> {
            if (asked.isSuccess()) {
                emitter.complete(asked.getNow());
            } else {
                emitter.fail(asked.cause());
            }
        }));
    }

    @Override
    public void close() {
        resolver.close();
    }
}
