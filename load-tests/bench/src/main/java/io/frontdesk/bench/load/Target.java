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
 * @param firstWord what a streamed reply holds once its first word has come; empty where that time is not looked for
 */
public record Target(
        String name,
        URI base,
        Supplier<Request> requests,
        Predicate<String> right,
        Background beside,
        String firstWord) {
    public Target(String name, URI base, Supplier<Request> requests, Predicate<String> right) {
        this(name, base, requests, right, Background.NOTHING);
    }

    public Target(String name, URI base, Supplier<Request> requests, Predicate<String> right, Background beside) {
        this(name, base, requests, right, beside, "");
    }

    /** The same, streamed. */
    public Target beginningWith(String sign) {
        return new Target(name, base, requests, right, beside, sign);
    }

    public Target {
        if (base.getHost() == null || base.getPort() < 0) {
            throw new IllegalArgumentException("base of " + name + " needs a host and a port: " + base);
        }
    }
}
