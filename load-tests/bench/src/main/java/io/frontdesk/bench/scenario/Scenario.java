package io.frontdesk.bench.scenario;

import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import java.util.List;

/** A figure to be measured. */
public interface Scenario {
    /** As it is asked for on the command line. */
    String name();

    /** What the figure says, in one line. */
    String shows();

    /** The load, unless the command line has another. */
    Load load();

    /** The baseline first. */
    List<Target> targets(Stage stage);

    /** What else was found, line by line; asked for after the last round. */
    default List<String> remarks() {
        return List.of();
    }
}
