package io.frontdesk.bench.scenario;

import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import java.util.List;

/** The shortest way through the gateway, beside what a bare endpoint and nginx make of the same machine. */
public final class EdgeScenario implements Scenario {
    @Override
    public String name() {
        return "edge";
    }

    @Override
    public String shows() {
        return "requests a second of the gateway's /health, a bare Quarkus endpoint and nginx";
    }

    @Override
    public Load load() {
        return new Load.Wrk(32);
    }

    @Override
    public List<Target> targets(Stage stage) {
        return List.of(
                new Target("bare quarkus", stage.bareQuarkus(), () -> Request.get("/hello"), body -> true),
                new Target("nginx", stage.nginx(), () -> Request.get("/hello"), body -> true),
                new Target("gateway /health", stage.suite().url(), () -> Request.get("/health"), body -> true));
    }
}
