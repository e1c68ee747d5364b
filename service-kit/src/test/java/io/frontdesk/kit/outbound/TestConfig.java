package io.frontdesk.kit.outbound;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

record TestConfig(Optional<List<String>> allowedHosts, Set<Integer> ports) implements OutboundConfig {
    static TestConfig of(List<String> allowedHosts, int... ports) {
        return new TestConfig(
                Optional.of(allowedHosts), IntStream.of(ports).boxed().collect(Collectors.toSet()));
    }
}
