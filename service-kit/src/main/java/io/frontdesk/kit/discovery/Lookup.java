package io.frontdesk.kit.discovery;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Finds out where the instances of one service are now. */
interface Lookup extends AutoCloseable {
    Uni<List<Address>> find();

    @Override
    void close();
}
