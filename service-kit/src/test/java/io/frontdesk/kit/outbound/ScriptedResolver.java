package io.frontdesk.kit.outbound;

import io.netty.util.NetUtil;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows the hosts that it was told, each answer for one question and the last for all further; of others, only literals and localhost. */
final class ScriptedResolver implements Resolver {
    private final Map<String, Deque<List<InetAddress>>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    void tell(String host, String... addresses) {
        answers.computeIfAbsent(host, name -> new ArrayDeque<>())
                .add(Stream.of(addresses)
                        .map(NetUtil::createInetAddressFromIpAddressString)
                        .toList());
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        asked.add(host);
        return Uni.createFrom().item(answer(host));
    }

    private List<InetAddress> answer(String host) {
        Deque<List<InetAddress>> told = answers.get(host);
        if (told != null) {
            return told.size() > 1 ? told.remove() : told.element();
        }
        try {
            boolean local = host.equals("localhost") || host.startsWith("[") || NetUtil.isValidIpV4Address(host);
            return local ? List.of(InetAddress.getAllByName(host)) : List.of();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
