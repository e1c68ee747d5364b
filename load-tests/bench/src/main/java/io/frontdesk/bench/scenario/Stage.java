package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Repository;
import io.frontdesk.bench.environment.Suite;
import io.frontdesk.bench.process.Child;
import io.frontdesk.bench.process.DebianTool;
import io.frontdesk.bench.process.Servers;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/** What scenarios find their targets on. What is started for one is stopped with the stage. */
public final class Stage implements AutoCloseable {
    private final Repository repository;
    private final Deque<Child> started = new ArrayDeque<>();

    public Stage(Repository repository) {
        this.repository = repository;
    }

    public Suite suite() {
        return Suite.find(System.getenv(), repository.demoEnvironment());
    }

    public URI bareQuarkus() {
        return kept(Servers.bareQuarkus(repository.root(), repository.results()));
    }

    public URI nginx() {
        return kept(Servers.nginx(DebianTool.nginx(repository.tools()), repository.results()));
    }

    @Override
    public void close() {
        started.forEach(Child::close);
    }

    private URI kept(Child child) {
        started.push(child);
        return child.base();
    }
}
