package io.frontdesk.bench.scenario;

import io.frontdesk.bench.figures.Series;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Target;
import java.util.List;

/** A figure to be measured. */
public interface Scenario {
    Load FOUR_CONNECTIONS = new Load.ClosedLoop(4);

    /** As it is asked for on the command line. */
    String name();

    /** What the figure says, in one line. */
    String shows();

    /** The load, unless the command line has another. */
    Load load();

    /** The load before the first round. An open loop is too slow to warm a virtual machine up, where replies are quick. */
    default Load warming(Load measured) {
        return measured instanceof Load.OpenLoop ? FOUR_CONNECTIONS : measured;
    }

    /** The baseline first. */
    List<Target> targets(Stage stage);

    /** What else was found in the rounds of its targets, line by line. */
    default List<String> remarks(List<Series> found) {
        return List.of();
    }
}
