package io.frontdesk.bench.load;

/** Puts load on one target at a time. */
public interface Driver extends AutoCloseable {
    Measurement drive(Target target, Limit limit);

    @Override
    void close();
}
