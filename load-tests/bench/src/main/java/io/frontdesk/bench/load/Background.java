package io.frontdesk.bench.load;

/** What goes on beside a measurement. */
@FunctionalInterface
public interface Background {
    Background NOTHING = () -> () -> {};

    /** Returns when it goes on at full speed. */
    Running start();

    /** Ends when nothing of it is left. */
    @FunctionalInterface
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
