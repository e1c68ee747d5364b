package io.frontdesk.bench.load;

import java.net.URI;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Something under load.
 *
 * @param requests the next request; asked by one thread at a time
 * @param right whether the body of a reply is one; a fast wrong reply is an error
 * @param beside what goes on while it is measured
 */
public record Target(String name, URI base, Supplier<Request> requests, Predicate<String> right, Background beside) {
    public Target(String name, URI base, Supplier<Request> requests, Predicate<String> right) {
        this(name, base, requests, right, Background.NOTHING);
    }

    public Target {
        if (base.getHost() == null || base.getPort() < 0) {
            throw new IllegalArgumentException("base of " + name + " needs a host and a port: " + base);
        }
    }
}
