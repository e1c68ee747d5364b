package io.frontdesk.kit.outbound;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The private places that an installation names: hosts with a port, whatever they resolve to, and blocks of addresses. */
record AllowedHosts(Set<String> authorities, List<AddressBlock> blocks) {
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");

    /**
     * Reads what the installation names.
     *
     * @throws ConfigurationException where an entry is neither {@code host:port} nor a block
     */
    static AllowedHosts parse(List<String> entries) {
        var blocks = entries.stream().filter(entry -> entry.contains("/")).map(AllowedHosts::block);
        var authorities = entries.stream().filter(entry -> !entry.contains("/")).map(AllowedHosts::authority);
        return new AllowedHosts(authorities.collect(Collectors.toUnmodifiableSet()), blocks.toList());
    }

    /** Whether a URL's host and port are named. */
    boolean name(OutboundUrl url) {
        return authorities.contains(url.authority());
    }

    boolean contain(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static String authority(String entry) {
        if (!AUTHORITY.matcher(entry).matches()) {
            throw new ConfigurationException(unreadable(entry));
        }
        return entry.toLowerCase(Locale.ROOT);
    }

    private static AddressBlock block(String entry) {
        try {
            return AddressBlock.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(unreadable(entry), e);
        }
    }

    private static String unreadable(String entry) {
        return "frontdesk.outbound.allowed-hosts must name host:port or address/prefix, not " + entry;
    }
}
