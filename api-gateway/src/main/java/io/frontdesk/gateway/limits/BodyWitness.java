package io.frontdesk.gateway.limits;

import io.vertx.core.buffer.Buffer;

/** Sees a body that is passed on. */
public interface BodyWitness {
    void passed(Buffer part);

    /** All of it has passed. */
    void ended();
}
