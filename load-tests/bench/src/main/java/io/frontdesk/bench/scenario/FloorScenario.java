package io.frontdesk.bench.scenario;

import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import java.util.List;

/** The two yardsticks beside each other, without the suite: what this machine can do at all. */
public final class FloorScenario implements Scenario {
    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String shows() {
        return "requests a second of a bare Quarkus endpoint and of nginx; needs no running suite";
    }

    @Override
    public Load load() {
        return new Load.Wrk(32);
    }

    @Override
    public List<Target> targets(Stage stage) {
        return List.of(
                new Target("bare quarkus", stage.bareQuarkus(), () -> Request.get("/hello"), body -> true),
                new Target("nginx", stage.nginx(), () -> Request.get("/hello"), body -> true));
    }
}
