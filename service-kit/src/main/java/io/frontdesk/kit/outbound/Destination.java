package io.frontdesk.kit.outbound;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** A URL that may be asked, and the address of its host that was checked. */
record Destination(OutboundUrl url, InetAddress address) {
    /** Where the connection goes: bare of the host's name, so that nobody looks it up again. */
    SocketAddress server() {
        try {
            InetAddress bare = InetAddress.getByAddress(address.getAddress());
            return SocketAddress.inetSocketAddress(new InetSocketAddress(bare, url.port()));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has as many bytes as an address has", e);
        }
    }
}
