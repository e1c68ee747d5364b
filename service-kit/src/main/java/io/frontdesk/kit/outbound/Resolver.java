package io.frontdesk.kit.outbound;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of hosts. Public, so that tests of services can say what a name resolves to. */
public interface Resolver {
    /**
     * All addresses of a host.
     *
     * @param host a name, or an address in any form that the system takes for one
     * @return none where it is not known
     */
    Uni<List<InetAddress>> resolve(String host);
}
