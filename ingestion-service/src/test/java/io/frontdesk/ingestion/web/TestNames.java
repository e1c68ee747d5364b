package io.frontdesk.ingestion.web;

import io.frontdesk.kit.outbound.Resolver;
import io.frontdesk.testing.HostileUrls;
import io.netty.util.NetUtil;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** Knows the names of tests; numbers are what the system takes them for. */
@ApplicationScoped
public class TestNames implements Resolver {
    private final Map<String, ConcurrentLinkedDeque<String>> told = new ConcurrentHashMap<>();

    /** What a name resolves to, one address a question and the last for all further. */
    void tell(String host, String... addresses) {
        told.put(host, new ConcurrentLinkedDeque<>(List.of(addresses)));
    }

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom().item(() -> answer(host));
    }

    private List<InetAddress> answer(String host) {
        ConcurrentLinkedDeque<String> answers = told.get(host);
        if (answers != null) {
            return addresses(answers.size() > 1 ? answers.remove() : answers.element());
        }
        if (host.endsWith(".site.test")) {
            return addresses(SiteResource.ADDRESS);
        }
        if (HostileUrls.NAMES.containsKey(host)) {
            return addresses(HostileUrls.NAMES.get(host).toArray(String[]::new));
        }
        try {
            return host.startsWith("[") || host.matches("[0-9a-fx.]+")
                    ? List.of(InetAddress.getAllByName(host))
                    : List.of();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static List<InetAddress> addresses(String... texts) {
        return Stream.of(texts)
                .map(NetUtil::createInetAddressFromIpAddressString)
                .toList();
    }
}
