package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.environment.Repository;
import io.frontdesk.bench.environment.Suite;
import io.frontdesk.bench.load.Background;
import io.frontdesk.bench.process.Child;
import io.frontdesk.bench.process.DebianTool;
import io.frontdesk.bench.process.Processes;
import io.frontdesk.bench.process.RetrievalService;
import io.frontdesk.bench.process.Servers;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.infra.Keycloak;
import io.frontdesk.local.infra.KeycloakRealm;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.workspace.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What scenarios find their targets on. What is started for one is stopped with the stage. */
public final class Stage implements AutoCloseable {
    private final Repository repository;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable KeycloakRealm realm;
    private @Nullable IdentityAccount account;
    private @Nullable RetrievalService retrieval;
    private @Nullable URI bareOnRedis;

    public Stage(Repository repository) {
        this.repository = repository;
    }

    public Suite suite() {
        return Suite.find(System.getenv(), repository.demoEnvironment());
    }

    public URI bareQuarkus() {
        return kept(Servers.bareQuarkus(repository.root(), repository.results(), "redis://localhost:6379"));
    }

    URI nginxBefore(URI server) {
        return kept(Servers.nginxBefore(DebianTool.nginx(repository.tools()), repository.results(), server));
    }

    /** With the Redis of the suite. */
    URI bareQuarkusOnRedis() {
        var servers = Infrastructure.start(
                Workspace.local(repository.root()), System.getenv(), Durability.SAFE, Progress.to(System.err));
        var bare = Servers.bareQuarkus(repository.root(), repository.results(), servers.redisUrl());
        bareOnRedis = bare.base();
        Processes.with(bareProcesses(), "bare-quarkus", bare, repository.pids(), "redis");
        return kept(bare);
    }

    private Path bareProcesses() {
        return repository.results().resolve("bare-processes");
    }

    public URI nginx() {
        return kept(Servers.nginx(DebianTool.nginx(repository.tools()), repository.results()));
    }

    /** A retrieval-service alone, on a database of this name. */
    RetrievalService retrieval(String database) {
        retrieval = RetrievalService.start(repository.root(), repository.results(), database);
        started.push(retrieval);
        return retrieval;
    }

    HelpCentre helpCentre() {
        return HelpCentre.read(repository.root());
    }

    /** A realm of a Keycloak of its own, with one client and one user. */
    KeycloakRealm keycloak() {
        if (realm == null) {
            var keycloak = Keycloak.at(keycloakWorkspace(), Progress.to(System.err));
            started.push(keycloak);
            realm = keycloak.start().realm(new KeycloakRealm.Definition("bench", List.of("bench"), "ada"));
        }
        return realm;
    }

    /** A user and an API key of a new tenant of the suite. */
    IdentityAccount account() {
        if (account == null) {
            account = IdentityAccount.create(suite().url(), operatorKey());
        }
        return account;
    }

    /** Documents for a new tenant of the suite, which ends with the stage. */
    BulkIndexing bulkIndexing() {
        return new BulkIndexing(publishingTenant(), repository.sampleDocuments());
    }

    /** A new tenant of the suite, which ends with the stage. */
    public PublishingTenant publishingTenant() {
        return publishingTenant("standard");
    }

    private PublishingTenant publishingTenant(String plan) {
        var tenant = PublishingTenant.create(suite().url(), operatorKey(), plan);
        started.push(tenant);
        return tenant;
    }

    /** A new tenant that may ask as much as any, with the sample documents. */
    PublishingTenant askingTenant() {
        var tenant = publishingTenant("gold");
        tenant.awaitIndexed(repository.samples().stream().map(tenant::publish).toList());
        return tenant;
    }

    /** A language model that the suite asks before any other, until the stage ends. */
    SimulatedModel model(String name) {
        var model = SimulatedModel.start(suite().url(), operatorKey(), name);
        started.push(model);
        return model;
    }

    ServiceToken token(PublishingTenant tenant) {
        return ServiceToken.of(keycloakWorkspace(), tenant.id());
    }

    /** Lets what the suite does after its replies, such as keeping records, not fall into the next measurement. */
    Background untilQuiet() {
        return () -> () -> Quiet.await(repository.pids());
    }

    private String operatorKey() {
        return Optional.ofNullable(System.getenv("FRONTDESK_OPERATOR_KEY"))
                .orElseGet(() -> "fd_operator_" + keycloakWorkspace().secrets().get("OPERATOR_SECRET"));
    }

    /** Where the processes behind an address have left their ids; nowhere if it is not known which these are. */
    public Optional<Path> processesOf(URI base) {
        if (realm != null && base.equals(realm.url())) {
            return Optional.of(keycloakWorkspace().data().resolve("run"));
        }
        if (base.equals(bareOnRedis)) {
            return Optional.of(bareProcesses());
        }
        if (retrieval != null && base.equals(retrieval.base())) {
            return Optional.empty();
        }
        return base.equals(suite().url()) || base.equals(ServiceToken.address(Service.RETRIEVAL))
                ? Optional.of(repository.pids())
                : Optional.empty();
    }

    @Override
    public void close() {
        started.forEach(Stage::close);
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new Failure("a server does not end: " + e.getMessage(), e);
        }
    }

    private Workspace keycloakWorkspace() {
        return new Workspace(repository.root(), repository.root().resolve(".local/bench"));
    }

    private URI kept(Child child) {
        started.push(child);
        return child.base();
    }
}
